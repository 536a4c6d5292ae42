package sluice.store.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.store.internal.StoreScene.filesWith;
import static sluice.store.internal.StoreScene.put;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Store;
import sluice.store.Answer;
import sluice.store.Hold;

/** A year in a minute: at its end nothing is older than its deadline, in whatever form. MFIPPA s. 30(4), O. Reg. 823: disposal. */
class YearTest {
    private static final int DAYS = 365;

    /** So long pieces of sealed texts, whose key is destroyed, may lie in gaps of the file until it is written anew. */
    private static final Duration REWRITTEN = Duration.ofDays(2);

    private static final Map<Integer, Duration> RETENTION =
            Map.of(0, Duration.ofHours(1), 1, Duration.ofDays(2), 2, Duration.ofDays(30), 3, Duration.ofDays(90));

    @TempDir
    Path folder;

    @Test
    void at_the_end_of_a_year_no_record_is_older_than_its_deadline_in_any_table_file_key_or_backup() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        Map<String, Instant> written = new TreeMap<>();
        Instant end = liveAYear(data, backup, written);
        assertThat(Sqlite.ask(data, "SELECT deadline FROM store_record WHERE deadline <= " + end.toEpochMilli()))
                .isEmpty();
        assertThat(Sqlite.ask(backup, "SELECT deadline FROM store_record WHERE deadline <= " + end.toEpochMilli()))
                .isEmpty();
        assertThat(filesWith(folder, "QXZV")).as("plaintext").isEmpty();
        assertSealedTextsAreGone(written, end);
    }

    /** Returns when the year was over; the platform is stopped then, and a backup was made. */
    private static Instant liveAYear(Path data, Path backup, Map<String, Instant> written) throws Exception {
        try (StoreScene scene = new StoreScene(data)) {
            for (int day = 0; day < DAYS; day++) {
                live(scene, day, written);
            }
            Instant end = scene.clock.instant();
            assertThat(scene.store.backup(backup, true)).isInstanceOf(Answer.Done.class);
            assertNothingOld(scene, end);
            return end;
        }
    }

    /** A day with restarts, replaced and deleted records, a hold for a week, and a clock that is set twice. */
    private static void live(StoreScene scene, int day, Map<String, Instant> written) throws Exception {
        for (int kind = 0; kind < RETENTION.size(); kind++) {
            Duration atMost = retention(kind);
            scene.commit(
                    new Store.Place("app" + kind, "purpose" + kind),
                    atMost,
                    put("QXZV-" + day, "QXZV seen on day " + day),
                    put("QXZV-latest", "QXZV"));
        }
        if (day % 30 == 3) {
            remember(scene, written);
        }
        if (day == 100) {
            scene.store.hold(new Hold("case-7", "app1", "*", "file 2026-7", "ann", scene.clock.instant()));
        }
        if (day == 107) {
            scene.store.release("case-7", "ann");
        }
        if (day % 60 == 59) {
            scene.restart();
        }
        scene.advance(Duration.ofHours(day % 50 == 20 ? 23 : 24));
    }

    private static Duration retention(int kind) {
        return requireNonNull(RETENTION.get(kind));
    }

    /** What the sealed texts look like on disk, and until when they may be there. */
    private static void remember(StoreScene scene, Map<String, Instant> written) throws Exception {
        scene.store.close();
        for (String row :
                Sqlite.ask(scene.folder, "SELECT deadline || ' ' || hex(substr(sealed, 1, 24)) FROM store_record")) {
            String[] parts = row.split(" ");
            written.put(parts[1], Instant.ofEpochMilli(Long.parseLong(parts[0])));
        }
        scene.restart();
    }

    private static void assertNothingOld(StoreScene scene, Instant end) throws Exception {
        assertThat(scene.store.troubles()).isEmpty();
        assertThat(scene.store.counts()).isNotEmpty().allSatisfy(count -> {
            int kind = Integer.parseInt(count.place().owner().substring(3));
            assertThat(count.overdue()).isZero();
            assertThat(count.oldest())
                    .isLessThanOrEqualTo(retention(kind)
                            .plusMillis(Deadlines.step(retention(kind).toMillis())));
        });
        List<String> lines = Files.readAllLines(scene.folder.resolve("keys/keys"));
        assertThat(lines.subList(1, lines.size() - 1))
                .allSatisfy(
                        line -> assertThat(Long.parseLong(line.split(" ")[0])).isGreaterThan(end.toEpochMilli()));
        assertThat(scene.ledger.events()).anyMatch(event -> event.startsWith("store-shredded"));
    }

    private void assertSealedTextsAreGone(Map<String, Instant> written, Instant end) {
        List<String> old = written.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(end.minus(REWRITTEN)))
                .map(entry -> new String(HexFormat.of().parseHex(entry.getKey()), StandardCharsets.ISO_8859_1))
                .toList();
        assertThat(old).as("sealed texts that have to be gone").hasSizeGreaterThan(100);
        assertThat(old.stream()
                        .flatMap(text -> filesWith(folder, text).stream())
                        .toList())
                .as("files with the sealed text of a record past its deadline")
                .isEmpty();
    }
}
