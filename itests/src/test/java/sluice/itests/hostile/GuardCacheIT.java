package sluice.itests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.itests.outside.Instance;

/**
 * Bundles that are in the bundle cache, and marked to be started, when the server starts: one that came in while the guard was off, and one
 * that was lawful until its file in the cache was replaced. What they would do is leave a file, and the first and the last start show that
 * they do.
 */
@Timeout(600)
final class GuardCacheIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void not_one_instruction_of_a_hostile_bundle_in_the_cache_runs() throws IOException {
        Path target = Path.of("target", "hostile-cache").toAbsolutePath();
        try (World world = new World(target);
                Java java = new Java()) {
            Packer packer = new Packer(java, Vendor.accepted(), world, target);
            Packed hostile = packer.pack(attack("install-paths/deploy"));
            Packed swapped = packer.pack(Attack.at(
                    Path.of("src/test/resources/hostile-cache/updates/cache").toAbsolutePath()));
            comesInWhileTheGuardIsOff(world, hostile, swapped);
            Lab lab = Lab.again("guard-cache", "none");
            replaceInCache(lab.instance(), swapped);

            startsAndStaysSilent(Lab.again("guard-cache", "all"), world, hostile, swapped);
            removeGuard(lab.instance());
            startsAndStaysSilent(Lab.again("guard-cache", "all"), world, hostile, swapped);

            assertBothSpeak(Lab.again("guard-cache", "none"), world, hostile, swapped);
        }
    }

    private static void comesInWhileTheGuardIsOff(World world, Packed hostile, Packed lawful) {
        world.forget();
        try (Lab lab = Lab.start("guard-cache", "none")) {
            lab.order("start", lab.install("lab:hostile", hostile.jar("source")));
            lab.order("start", lab.install("lab:lawful", lawful.jar("before")));
            await("it works")
                    .atMost(SOON)
                    .until(() -> world.knows(hostile.words().secret()));
            assertThat(world.knows(lawful.words().secret())).isFalse();
            lab.distribution().stop();
        }
    }

    private static void startsAndStaysSilent(Lab lab, World world, Packed... cases) {
        world.forget();
        try (lab) {
            lab.launchWithoutServer();
            for (Packed each : cases) {
                await("silent")
                        .during(PATIENCE)
                        .atMost(SOON)
                        .until(() -> !world.knows(each.words().secret()));
            }
            assertThat(lab.order("bundles")
                            .lines()
                            .filter(line -> line.contains(" hostile."))
                            .toList())
                    .hasSize(2)
                    .noneMatch(line -> line.contains(" UNINSTALLED "));
            assertThat(lab.bundles("hostile.").values())
                    .allSatisfy(id ->
                            assertThat(lab.ask("touch", id, "hostile.Source")).startsWith("!"));
            lab.distribution().stop();
        }
    }

    private static void assertBothSpeak(Lab lab, World world, Packed... cases) {
        world.forget();
        try (lab) {
            lab.launchWithoutServer();
            for (Packed each : cases) {
                await("it would have worked")
                        .atMost(SOON)
                        .until(() -> world.knows(each.words().secret()));
            }
        }
    }

    private static void replaceInCache(Instance instance, Packed swapped) throws IOException {
        String before = Digests.of(swapped.jar("before"));
        List<Path> copies = instance.files("data/cache").stream()
                .filter(file -> file.getFileName().toString().equals("bundle.jar")
                        && Digests.of(file).equals(before))
                .toList();
        assertThat(copies).hasSize(1);
        Files.copy(swapped.jar("source"), copies.get(0), StandardCopyOption.REPLACE_EXISTING);
    }

    /** From the cache, and from what is started without it. */
    private static void removeGuard(Instance instance) throws IOException {
        instance.write(
                "etc/startup.properties",
                instance.read("etc/startup.properties")
                        .lines()
                        .filter(line -> !line.contains("sluice.guard"))
                        .reduce("", (all, line) -> all + line + "\n"));
        try (Stream<Path> all = Files.list(instance.file("data/cache"))) {
            List<Path> guard =
                    all.filter(Files::isDirectory).filter(GuardCacheIT::isGuard).toList();
            assertThat(guard).hasSize(1);
            Folders.delete(guard.get(0));
        }
    }

    private static boolean isGuard(Path folder) {
        try {
            Path info = folder.resolve("bundle.info");
            return Files.exists(info) && Files.readString(info).contains("/sluice.guard/");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Attack attack(String id) {
        return Attack.at(Path.of("src/test/resources/hostile", id).toAbsolutePath());
    }
}
