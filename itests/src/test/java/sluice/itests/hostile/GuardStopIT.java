package sluice.itests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.itests.outside.City;
import sluice.itests.outside.Plates;

/**
 * Two guests run that keep every rule and were approved, and yet wait for a moment without hooks to find each other's service. The guard is
 * stopped, started, updated: the broker's door has to be shut before its hooks go, and the two have to be gone.
 */
@Timeout(600)
final class GuardStopIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String GUARD = "sluice.guard";
    private static final String[] WATCHED = {
        "watch",
        "sluice.guard.Armed",
        "sluice.broker.core.port.Intake",
        "org.osgi.framework.hooks",
        "hostile.api-service"
    };

    private static World world;
    private static Lab lab;
    private static Run pair;

    @BeforeAll
    static void start() {
        Path target = Path.of("target", "hostile-stop").toAbsolutePath();
        world = new World(target);
        lab = Lab.start("guard-stop", "all");
        try (Java java = new Java()) {
            Packed packed = new Packer(java, Vendor.accepted(), world, target)
                    .pack(Attack.at(Path.of("src/test/resources/hostile/services/api-service")
                            .toAbsolutePath()));
            pair = new Run(lab, world, packed);
        }
        Ways.pair(pair);
    }

    @AfterAll
    static void end() {
        lab.close();
        world.close();
    }

    @BeforeEach
    void both_run_and_do_not_see_each_other() {
        await("armed").atMost(SOON).until(() -> lab.ask("armed").equals("yes"));
        Platform.mustTakeHttp(lab);
        pair.ids()
                .values()
                .forEach(id -> await("runs")
                        .atMost(SOON)
                        .until(() -> lab.ask("start", id).equals("ACTIVE")));
        assertThat(pair.isOut(1_000)).isFalse();
        lab.order(WATCHED);
    }

    @Test
    void stopping_it_shuts_the_door_first_then_stops_the_guests_and_drops_the_hooks_last() {
        lab.order("stop", guard());

        assertOrder(lab.order("seen").lines().toList());
        assertThat(pair.isOut(2_000)).as("the two found each other").isFalse();
        assertThat(pair.ids().values())
                .allSatisfy(id -> assertThat(lab.order("bundles").lines().toList())
                        .noneMatch(line -> line.startsWith(id + " ACTIVE")));
        assertThat(lab.ask("armed")).isEqualTo("no");
        assertThat(post()).as("nothing is taken without the guard").isNotEqualTo(204);
        await("health is red").atMost(SOON).until(() -> lab.distribution().web().status("/health") != 200);
        assertThat(lab.distribution().metrics().of("sluice_guard_armed")).isZero();
        assertThat(lab.distribution().shell("sluice:why")).contains("guard-down");
        await("the ledger has it").atMost(SOON).until(() -> Ledger.has(lab.instance(), "guard-stopping"));
        assertThat(lab.ask("failures", broker()))
                .as("the broker does not run without it")
                .contains("unsatisfied-reference");

        lab.order("start", guard());
        await("armed again").atMost(SOON).until(() -> lab.ask("armed").equals("yes"));
        Platform.mustTakeHttp(lab);
        assertThat(pair.isOut(1_000)).isFalse();
        await("all guests are back")
                .atMost(SOON)
                .until(() -> Stream.of("sluice.driver.alpr", "sluice.app.planning")
                        .allMatch(name -> lab.distribution().metrics().of("sluice_guest_up", "name", name) == 1));
    }

    /** Without the guard a guest can be started by hand; no class of it may load. */
    @Test
    void no_guest_can_be_started_while_it_is_stopped() {
        lab.order("stop", guard());
        pair.ids().values().forEach(id -> lab.ask("start", id));

        assertThat(pair.isOut(2_000)).isFalse();
        pair.packed()
                .classes()
                .forEach((part, classes) -> assertThat(lab.ask("touch", pair.id(part), classes.get(0)))
                        .startsWith("!"));

        lab.order("start", guard());
    }

    /** The broker is wired to the old guard until packages are refreshed: until then nothing is taken. */
    @Test
    void updating_it_shuts_the_door_first_and_a_refresh_opens_it_again() {
        Path jar = lab.instance().files("system/io/sluice/sluice.guard").stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .findFirst()
                .orElseThrow();
        lab.order("update", guard(), jar.toString());

        assertOrder(lab.order("seen").lines().toList());
        assertThat(pair.isOut(2_000)).isFalse();
        assertThat(post()).isNotEqualTo(204);

        lab.refreshWithItself(guard());
        await("armed again").atMost(SOON).until(() -> lab.ask("armed").equals("yes"));
        Platform.mustTakeHttp(lab);
        assertThat(pair.isOut(1_000)).isFalse();
    }

    /** Armed, and with it the door; then the guests; then the hooks. */
    private static void assertOrder(List<String> seen) {
        int door = first(seen, "gone sluice.broker.core.port.Intake");
        int guests = last(seen, "stopped hostile.api-service");
        int hooks = first(seen, "gone org.osgi.framework.hooks");
        assertThat(List.of(door, guests, hooks))
                .as(String.join("\n", seen))
                .doesNotContain(-1)
                .isSorted();
    }

    private static int first(List<String> seen, String beginning) {
        return seen.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .map(seen::indexOf)
                .orElse(-1);
    }

    private static int last(List<String> seen, String beginning) {
        return seen.stream()
                .filter(line -> line.startsWith(beginning))
                .reduce((one, two) -> two)
                .map(seen::lastIndexOf)
                .orElse(-1);
    }

    private static int post() {
        return lab.distribution()
                .web()
                .post("cam-1", City.SECRET, Plates.group("STOPPED", Instant.now()))
                .statusCode();
    }

    private static String guard() {
        return lab.bundle(GUARD);
    }

    private static String broker() {
        return lab.bundle("sluice.broker");
    }
}
