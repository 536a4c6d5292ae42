package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.ledger.internal.LedgerScene.BINS;
import static sluice.ledger.internal.LedgerScene.PLATES;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.ledger.internal.entry.EntryReader;

/** A count exists on disk before the first delivery that it counts, and is sealed after. */
class SecondsTest {
    @TempDir
    private Path folder;

    private LedgerScene scene;

    @BeforeEach
    void scene() {
        scene = new LedgerScene(folder);
    }

    private void endOfSecond(KeptLedger ledger) {
        scene.clock.turn(Duration.ofSeconds(1));
        ledger.tick();
    }

    @Test
    void a_second_is_on_disk_once_it_is_open_and_is_written_once() throws Exception {
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(1_000)).isTrue();
        assertThat(scene.texts()).containsExactly("{\"kind\":\"opened\",\"at\":1000000,\"second\":1000}");
        assertThat(ledger.open(1_000)).isTrue();
        assertThat(ledger.open(999)).isTrue();
        assertThat(scene.texts()).hasSize(1);
        scene.close(ledger);
    }

    @Test
    void an_open_second_is_sealed_at_its_end_with_counts_and_sequences() throws Exception {
        KeptLedger ledger = scene.open();
        ledger.open(1_000);
        IntStream.range(0, 3).forEach(i -> ledger.tally(BINS, "permitted").increment());
        ledger.tally(PLATES, "gap").increment();
        ledger.sequence("bin-2", 41);
        ledger.sequence("bin-10", 7);
        ledger.sequence("bin-2", 42);
        ledger.tick();
        assertThat(ledger.verify().entries()).isEqualTo(1);
        endOfSecond(ledger);
        scene.close(ledger);
        String opening = OutsideVerifier.openings(scene.folder).get(0);
        assertThat(scene.texts().get(1))
                .isEqualTo("{\"kind\":\"sealed\",\"at\":1001000,\"second\":1000,\"more\":false,\"counts\":["
                        + "[\"traffic.plate\",\"traffic-planning\",\"sluice.app.planning\",\"gap\",1],"
                        + "[\"waste.container\",\"waste-collection\",\"sluice.app.waste\",\"permitted\",3]],"
                        + "\"commitment\":\"" + sha256(opening) + "\"}");
        assertThat(opening)
                .matches("\\{\"salt\":\"[0-9a-f]{32}\",\"sequences\":\\[\\[\"bin-10\",7],\\[\"bin-2\",42]]}");
        assertThat(scene.texts()).hasSize(2);
    }

    @Test
    void idle_seconds_write_nothing() throws Exception {
        KeptLedger ledger = scene.open();
        ledger.tally(BINS, "permitted");
        IntStream.range(0, 10).forEach(i -> endOfSecond(ledger));
        scene.close(ledger);
        assertThat(scene.texts()).isEmpty();
    }

    @Test
    void what_is_counted_without_an_open_second_is_sealed_once_a_second() throws Exception {
        KeptLedger ledger = scene.open();
        for (int i = 0; i < 20; i++) {
            ledger.tally(BINS, "malformed").increment();
            scene.clock.turn(Duration.ofMillis(100));
            ledger.tick();
        }
        scene.close(ledger);
        assertThat(scene.texts()).hasSizeBetween(2, 4).allMatch(text -> text.contains("\"kind\":\"sealed\""));
    }

    @Test
    void a_clock_set_back_neither_stops_nor_floods_the_ledger() throws Exception {
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(1_000)).isTrue();
        scene.clock.turn(Duration.ofHours(-1).plusSeconds(2_700));
        ledger.tick();
        assertThat(ledger.open(scene.clock.second())).isTrue();
        scene.close(ledger);
        assertThat(scene.texts()).hasSize(4);
    }

    @Test
    void a_second_with_very_much_in_it_is_sealed_in_parts() throws Exception {
        KeptLedger ledger = scene.open();
        ledger.open(1_000);
        IntStream.range(0, 20_000).forEach(i -> ledger.sequence("device-of-a-long-name-" + i, i));
        endOfSecond(ledger);
        scene.close(ledger);
        List<String> texts = scene.texts();
        assertThat(texts).hasSizeGreaterThan(5);
        assertThat(texts.subList(1, texts.size() - 1)).allMatch(text -> text.contains("\"more\":true"));
        KeptLedger again = scene.open();
        assertThat(again.opening().sequences()).hasSize(20_000).containsEntry("device-of-a-long-name-19999", 19_999L);
        assertThat(again.opening().unsealedSecond()).isEqualTo(-1);
        scene.close(again);
    }

    @Test
    void a_clean_stop_seals_and_the_next_start_knows_the_last_second_and_sequences() {
        KeptLedger first = scene.open();
        assertThat(first.opening().lastSealedSecond()).isEqualTo(-1);
        first.open(1_000);
        first.sequence("bin-017", 5);
        scene.close(first);
        KeptLedger second = scene.open();
        assertThat(second.opening().lastSealedSecond()).isEqualTo(1_000);
        assertThat(second.opening().unsealedSecond()).isEqualTo(-1);
        assertThat(second.opening().sequences()).isEqualTo(Map.of("bin-017", 5L));
        scene.close(second);
    }

    @Test
    void a_crash_in_an_open_second_is_found_and_recorded_as_a_gap_once(@TempDir Path afterwards) throws Exception {
        KeptLedger first = scene.open();
        first.open(1_000);
        endOfSecond(first);
        first.open(1_001);
        LedgerScene later = new LedgerScene(scene.crash(afterwards));
        scene.close(first);

        later.clock.turn(Duration.ofSeconds(60));
        KeptLedger second = later.open();
        assertThat(second.opening().lastSealedSecond()).isEqualTo(1_000);
        assertThat(second.opening().unsealedSecond()).isEqualTo(1_001);
        later.close(second);
        assertThat(later.texts()).endsWith("{\"kind\":\"gap\",\"at\":1060000,\"from\":1000,\"to\":1060}");
        KeptLedger third = later.open();
        assertThat(third.opening().unsealedSecond()).isEqualTo(-1);
        later.close(third);
    }

    @Test
    void no_count_is_lost_or_doubled_between_many_threads_and_the_sealer() throws Exception {
        KeptLedger ledger = scene.open();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            threads.execute(() -> IntStream.range(0, 20_000).forEach(n -> {
                assertThat(ledger.open(scene.clock.second())).isTrue();
                ledger.tally(BINS, "permitted").increment();
            }));
        }
        threads.shutdown();
        while (!threads.awaitTermination(1, TimeUnit.MILLISECONDS)) {
            endOfSecond(ledger);
        }
        scene.close(ledger);
        assertThat(sumOfCounts(scene.texts())).isEqualTo(80_000);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static long sumOfCounts(List<String> texts) {
        return texts.stream()
                .filter(text -> text.contains("\"kind\":\"sealed\""))
                .flatMap(text -> ((List<?>) EntryReader.read(text).getOrDefault("counts", List.of())).stream())
                .mapToLong(count -> (Long) ((List<?>) count).get(4))
                .sum();
    }
}
