package sluice.itests.hostile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.itests.outside.Bin;
import sluice.itests.outside.City;
import sluice.itests.outside.Sender;

/** What the guard must not keep from working: components that use what guests may use. */
@Timeout(600)
final class LawfulIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ROUNDS = 20;

    private static World world;
    private static Lab lab;
    private static LawfulBundles bundles;

    @BeforeAll
    static void start() throws IOException {
        Path target = Path.of("target", "lawful").toAbsolutePath();
        world = new World(target);
        bundles = new LawfulBundles(target, world);
        lab = Lab.start("lawful", "all");
    }

    @AfterAll
    static void end() {
        lab.close();
        world.close();
    }

    @Test
    void each_of_forty_components_is_let_in_and_does_what_it_is_for() {
        assertThat(bundles.jars()).hasSizeGreaterThanOrEqualTo(40);
        Map<String, String> results = new TreeMap<>();
        bundles.jars().forEach((name, jar) -> {
            String id = admitted("lawful:" + name, jar);
            String state = lab.ask("start", id);
            results.put(
                    name,
                    state.equals("ACTIVE")
                            ? lab.ask("static", id, "lawful." + name, "result")
                            : state + lab.ask("guest", id));
            lab.ask("uninstall", id);
        });
        assertThat(results)
                .allSatisfy((name, result) -> assertThat(result).as(name).isEqualTo("ok"));
        Platform.mustBeWell(lab);
    }

    @Test
    void a_component_has_its_configuration_as_an_annotation_and_follows_a_change_without_a_restart() {
        String id = admitted("lawful:configured", bundles.component("configured"));
        assertThat(lab.ask("start", id)).isEqualTo("ACTIVE");
        assertThat(lab.ask("static", id, "lawful.Configured", "result")).isEqualTo("30 waste true");

        lab.instance().write("etc/hostile.configured.source.cfg", "limit.days = 7\n");

        await("modified")
                .atMost(SOON)
                .until(() ->
                        lab.ask("static", id, "lawful.Configured", "result").equals("modified 7"));
        lab.instance().remove("etc/hostile.configured.source.cfg");
        lab.ask("uninstall", id);
    }

    @Test
    void an_application_is_asked_and_told() {
        Bin bin = new Bin(64, Bin.Network.TTN);
        new City(lab.instance()).bin(bin);
        lab.instance().write("etc/sluice/policies/lawful.yaml", """
                policy: lawful
                permit: {stream: waste.container, purpose: waste-collection, recipient: hostile.application.source}
                fields: {container: keep, fillingLevel: keep}
                retention: {atMost: P1D}
                """);
        String id = admitted("lawful:application", bundles.component("application"));
        assertThat(lab.ask("start", id)).isEqualTo("ACTIVE");
        await("told").atMost(SOON).ignoreExceptions().until(() -> {
            try (Sender sender = Sender.connect(lab.instance(), "ttn")) {
                sender.publish(
                        bin.topic(), bin.uplink(System.currentTimeMillis() / 500, 5_000, java.time.Instant.now()));
            }
            return lab.ask("static", id, "lawful.Rounds", "result").equals("told");
        });
        lab.ask("uninstall", id);
        lab.instance().remove("etc/sluice/policies/lawful.yaml");
    }

    @Test
    void a_refused_bundle_does_not_keep_the_next_lawful_one_from_resolving() {
        String refused = lab.install("lab:refused", bundles.hostile());
        String lawful = admitted("lawful:Records", requireNonNull(bundles.jars().get("Records")));

        assertThat(lab.ask("start", refused)).startsWith("!");
        assertThat(lab.ask("start", lawful)).isEqualTo("ACTIVE");

        assertThat(lab.ask("guest", refused)).startsWith("REFUSED");
        lab.ask("uninstall", refused, lawful);
    }

    /** Hooks, counters and the agent's tables must not hold what is gone. */
    @Test
    void twenty_deployments_leave_no_class_loader_behind() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = admitted("lawful:again", bundles.component("application"));
            assertThat(lab.ask("start", id)).isEqualTo("ACTIVE");
            await("used")
                    .atMost(SOON)
                    .until(() ->
                            !lab.ask("static", id, "lawful.Rounds", "result").equals("null"));
            lab.order("remember", id);
            lab.order("uninstall", id);
        }
        await("collected")
                .atMost(Duration.ofSeconds(60))
                .until(() -> lab.order("alive").equals("0"));
    }

    private static String admitted(String location, Path jar) {
        String id = lab.install(location, jar);
        lab.order("approve", Digests.of(jar));
        List<String> guest = lab.ask("guest", id).lines().toList();
        assertThat(guest).as(location).first().isEqualTo("APPROVED");
        return id;
    }
}
