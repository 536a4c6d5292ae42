package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the platform remembers, over a SIGKILL: state and wake-ups of applications, keys of pseudonyms; and what it forgets: an open window,
 * a key whose epoch is over.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StateIT {
    private static final String ALICE = "sluice.itests.alice";
    private static final String BOB = "sluice.itests.bob";
    /** Her epoch is a minute. */
    private static final String BRIEF = "sluice.itests.brief";

    private static final String TELLER = "sluice.itests.teller";
    /** His windows are so long that a restart is in the one that was open. */
    private static final String PATIENT = "sluice.itests.patient";

    private static final String WAKER = "sluice.itests.waker";
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Bin FULL = new Bin(1, Bin.Network.TTN);
    private static final Bin OTHER = new Bin(2, Bin.Network.TTN);
    /** One street has fewer than eleven. */
    private static final List<Integer> PASSING = List.of(13, 12, 14, 10);

    private final Distribution distribution = Distribution.unpacked("state");
    private final Instance instance = distribution.instance();
    private final LedgerFiles ledger = new LedgerFiles(instance);
    private final Witnesses witnesses = Witnesses.in(distribution);
    private final Cameras cameras = Cameras.in(instance);
    private final List<String> countedBeforeKill = new ArrayList<>();
    private Map<String, String> aliceBefore = Map.of();
    private Map<String, String> bobBefore = Map.of();
    private Map<String, String> briefBefore = Map.of();
    private List<String> wakerBefore = List.of();
    private Instant cut = Instant.EPOCH;

    @BeforeAll
    void live_be_killed_and_start_again() {
        new City(instance).network(Bin.Network.TTN).bin(FULL).bin(OTHER);
        witnesses
                .names(ALICE, "P1D", noonNow())
                .names(BOB, "P1D", noonNow())
                .names(BRIEF, "PT1M", noonNow())
                .counts(TELLER, WINDOW.toString())
                .counts(PATIENT, "PT1H")
                .wakes(WAKER);
        instance.set("etc/sluice.keys.cfg", "grace.seconds", 1);
        distribution.start();
        passInOneWindow();
        await("counts").atMost(SOON).until(() -> !witnesses.lines(TELLER).isEmpty());
        uplink(FULL, 1);
        await("asked").atMost(SOON).until(() -> witnesses.lines(WAKER).size() == 1 && pickups() == 1);
        remember();
        cut = beginOfWindow();
        cameras.pass(PASSING);
        distribution.kill();
        distribution.start();
    }

    @AfterAll
    void close() {
        distribution.close();
    }

    /** That the crew was told of a full bin is state: who forgot it would tell again. */
    @Test
    void an_application_remembers_what_it_did_before_the_kill() {
        uplink(FULL, 2);
        uplink(OTHER, 1);

        await().atMost(SOON)
                .until(() -> distribution.metrics().flow("waste.container", "sluice.app.waste", "permitted") >= 2);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> pickups() == 1);
        assertThat(distribution.shell("sluice:store-status"))
                .contains("SQLite")
                .containsPattern("sluice\\.app\\.waste +\\| waste-collection +\\| live");
    }

    @Test
    void an_application_is_woken_as_it_asked_before_the_kill() {
        assertThat(wakerBefore).containsExactly("asked " + FULL.id());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(witnesses.lines(WAKER)).anyMatch(line -> line.startsWith("woken " + FULL.id())));
    }

    @Test
    void two_recipients_never_know_a_vehicle_by_the_same_name() {
        assertThat(aliceBefore).hasSize(49).doesNotContainValue("");
        assertThat(bobBefore.keySet()).isEqualTo(aliceBefore.keySet());
        assertThat(aliceBefore.values()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(bobBefore.values());
        assertThat(briefBefore.values()).doesNotContainAnyElementsOf(aliceBefore.values());
    }

    @Test
    void a_name_is_the_same_after_a_kill_while_its_epoch_lasts_and_another_in_the_next() throws IOException {
        await("the brief epoch's key is destroyed")
                .atMost(Duration.ofSeconds(75))
                .until(() -> hasEvent("epoch-key-destroyed", BRIEF));
        int told = witnesses.lines(ALICE).size();

        cameras.pass(PASSING);

        await().atMost(SOON).until(() -> witnesses.lines(BRIEF).size() >= told);
        await().atMost(SOON).until(() -> witnesses.lines(ALICE).size() == told + 49);
        assertThat(witnesses.byKey(ALICE)).isEqualTo(aliceBefore);
        assertThat(witnesses.byKey(BRIEF).values()).doesNotContainAnyElementsOf(briefBefore.values());
        assertThat(ledger.entries("event")).noneMatch(event -> isEvent(event, "epoch-key-destroyed", ALICE));
    }

    @Test
    void a_count_below_the_threshold_is_never_told() {
        assertThat(countedBeforeKill)
                .isNotEmpty()
                .allMatch(line -> line.matches("(king-st .* 13|queen-st .* 12|bay-st .* 14)"));
        assertThat(witnesses.lines(TELLER)).noneMatch(line -> line.startsWith("lane "));
    }

    @Test
    void of_a_window_in_which_the_platform_was_killed_nothing_is_told_and_the_ledger_says_so() throws IOException {
        assertThat(witnesses.lines(TELLER)).noneMatch(line -> line.contains(" " + cut + " "));
        assertThat(witnesses.lines(PATIENT)).isEmpty();
        assertThat(ledger.entries("event"))
                .anyMatch(event -> isEvent(event, "window-void", TELLER) && event.contains(cut.toString()))
                .anyMatch(event -> isEvent(event, "window-void", PATIENT));
    }

    @Test
    void no_plate_is_on_disk() throws IOException {
        assertThat(new Traces(distribution).of(Cameras.plates(0, 13))).isEmpty();
    }

    private void remember() {
        await().atMost(SOON).until(() -> witnesses.lines(BOB).size() >= 49);
        countedBeforeKill.addAll(witnesses.lines(TELLER));
        aliceBefore = witnesses.byKey(ALICE);
        bobBefore = witnesses.byKey(BOB);
        briefBefore = witnesses.byKey(BRIEF);
        wakerBefore = witnesses.lines(WAKER);
    }

    private void passInOneWindow() {
        beginOfWindow();
        cameras.pass(PASSING);
    }

    /** Waits until a window has just begun, so that what takes a few seconds is within it. */
    private static Instant beginOfWindow() {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(WINDOW.plusSeconds(2))
                .until(() -> Instant.now().getEpochSecond() % WINDOW.toSeconds() == 0);
        return Instant.ofEpochSecond(Instant.now().getEpochSecond() / WINDOW.toSeconds() * WINDOW.toSeconds());
    }

    private void uplink(Bin bin, long count) {
        try (Sender sender = Sender.connect(instance, bin.network().account())) {
            assertThat(sender.publish(bin.topic(), bin.uplink(count, 1_000, Instant.now())))
                    .isZero();
        }
    }

    private long pickups() {
        return distribution.metrics().stream("waste.pickup-due", "classified");
    }

    private boolean hasEvent(String event, String recipient) throws IOException {
        return ledger.entries("event").stream().anyMatch(entry -> isEvent(entry, event, recipient));
    }

    private static boolean isEvent(String entry, String event, String recipient) {
        return entry.contains("\"event\":\"" + event + "\"") && entry.contains("\"" + recipient + "\"");
    }

    /** An offset at which it is about noon, so that no midnight comes while the test runs. */
    private static String noonNow() {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(12 - hour).getId();
    }
}
