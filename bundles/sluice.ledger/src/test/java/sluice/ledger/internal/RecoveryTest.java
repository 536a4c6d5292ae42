package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.ledger.internal.LedgerScene.BINS;
import static sluice.ledger.internal.LedgerScene.PLATES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was durable is there again, whatever became of the files that were not. */
class RecoveryTest {
    @TempDir
    private Path root;

    private LedgerScene scene;

    @BeforeEach
    void scene() {
        scene = new LedgerScene(root);
    }

    private static void disclose(KeptLedger ledger, int count) throws InterruptedException {
        CountDownLatch released = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            ledger.disclose(PLATES, "camera-" + i, released::countDown);
        }
        assertThat(released.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** A loss of power leaves files that were never forced old, empty, half or missing; each in turn here. */
    @Test
    void tiles_that_a_power_cut_took_are_made_again_from_the_journal(@TempDir Path afterwards) throws Exception {
        KeptLedger ledger = scene.open();
        for (int round = 0; round < 4; round++) {
            disclose(ledger, 1_500);
            ledger.verify();
        }
        Cut power = cutPower(ledger, afterwards);
        LedgerScene cut = new LedgerScene(power.disk());
        Random random = new Random(4);
        for (Path lost : power.unforced()) {
            Path file = power.disk().resolve(root.relativize(lost).toString());
            if (Files.exists(file)) {
                damage(file, random.nextInt(3));
            }
        }
        scene.close(ledger);
        KeptLedger again = cut.open();
        assertThat(again.trouble()).isEmpty();
        assertThat(again.verify().explanation()).contains("signed by");
        assertThat(again.verify().entries()).isEqualTo(power.entries());
        cut.close(again);
        assertThat(cut.texts()).isEqualTo(scene.texts());
        assertThat(OutsideVerifier.openings(cut.folder)).isEqualTo(OutsideVerifier.openings(scene.folder));
    }

    /** A copy of the disk, in which the unforced files may be anything. */
    private record Cut(Path disk, List<Path> unforced, int entries) {}

    /** Between two settlings, which come with each file of the journal: after less than a file's worth there often is something unforced. */
    private Cut cutPower(KeptLedger ledger, Path copies) throws Exception {
        for (int attempt = 1; attempt <= 50; attempt++) {
            disclose(ledger, 700);
            ledger.verify();
            List<Path> before = List.copyOf(scene.disk.unforced());
            Path copy = scene.crash(copies.resolve("cut-" + attempt));
            if (before.size() > 4 && scene.disk.unforced().containsAll(before)) {
                return new Cut(copy, before, 6_000 + 700 * attempt);
            }
        }
        throw new AssertionError("files were forced in each attempt");
    }

    private static void damage(Path file, int how) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file, new byte[bytes.length]);
            default -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
    }

    @Test
    void files_that_a_killed_process_left_unfinished_harm_nothing() throws Exception {
        KeptLedger ledger = scene.open();
        disclose(ledger, 100);
        scene.close(ledger);
        Files.write(scene.folder.resolve("tile/0/000.p/101.new"), new byte[7]);
        Files.write(scene.folder.resolve("tile/entries/000.p/101.new"), new byte[7]);
        Files.write(scene.folder.resolve("openings/1970-01-01/000.new"), new byte[7]);
        KeptLedger again = scene.open();
        disclose(again, 3_000);
        again.verify();
        assertThat(again.trouble()).isEmpty();
        scene.close(again);
        assertThat(scene.folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(scene.texts()).hasSize(3_100);
    }

    @Test
    void the_journal_keeps_only_what_is_in_no_safe_tile() throws Exception {
        KeptLedger ledger = scene.open();
        for (int round = 0; round < 3; round++) {
            disclose(ledger, 2_000);
            ledger.verify();
        }
        assertThat(OutsideVerifier.segments(scene.folder)).hasSizeLessThan(4);
        assertThat(ledger.verify().entries()).isEqualTo(6_000);
        scene.close(ledger);
        assertThat(scene.texts()).hasSize(6_000);
        assertThat(scene.folder.resolve("tile/0/000.p")).doesNotExist();
    }

    @Test
    void a_start_that_reads_the_last_leaves_only_goes_on_and_a_verification_reads_all() throws Exception {
        KeptLedger ledger = scene.open();
        disclose(ledger, 3_000);
        scene.close(ledger);
        LedgerScene.flip(scene.folder.resolve("tile/entries/000"), 100);
        scene.recentLeaves = 500;
        KeptLedger again = scene.open();
        assertThat(again.open(scene.clock.second())).isTrue();
        assertThat(again.verify().firstBadEntry()).isZero();
        scene.close(again);
        LedgerScene.flip(scene.folder.resolve("tile/entries/010"), 100);
        KeptLedger refused = scene.open();
        assertThat(refused.trouble()).contains("tile/entries/010");
        assertThat(refused.verify().firstBadEntry()).isZero();
        scene.close(refused);
    }

    @Test
    void a_ledger_sleeps_for_ten_years_and_goes_on() throws Exception {
        KeptLedger before = scene.open();
        before.open(scene.clock.second());
        disclose(before, 300);
        scene.close(before);
        scene.clock.turn(Duration.ofDays(3_652));
        KeptLedger after = scene.open();
        assertThat(after.opening().lastSealedSecond()).isEqualTo(1_000);
        assertThat(after.open(scene.clock.second())).isTrue();
        after.tick();
        assertThat(after.verify().intact()).isTrue();
        scene.close(after);
        assertThat(scene.texts()).anyMatch(text -> text.contains("openings-forgotten"));
    }

    @Test
    void a_clock_that_goes_back_and_forth_by_days_breaks_nothing() throws Exception {
        KeptLedger ledger = scene.open();
        for (int days : List.of(3, -2, 10, -11, 40, -5)) {
            scene.clock.turn(Duration.ofDays(days));
            assertThat(ledger.open(scene.clock.second())).isTrue();
            ledger.tally(BINS, "permitted").increment();
            disclose(ledger, 10);
            ledger.tick();
        }
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
        assertThat(OutsideVerifier.openings(scene.folder)).hasSize(60);
        KeptLedger again = scene.open();
        assertThat(again.verify().intact()).isTrue();
        scene.close(again);
    }

    /** Issue: leaves are commitments, so that erasure never breaks the log. */
    @Test
    void an_opening_whose_days_are_over_is_in_no_file_any_more_and_the_log_holds() throws Exception {
        KeptLedger ledger = scene.open();
        ledger.open(scene.clock.second());
        ledger.disclose(PLATES, "camera-of-yesteryear", () -> {});
        ledger.sequence("device-of-yesteryear", 7);
        scene.clock.turn(Duration.ofSeconds(1));
        ledger.tick();
        ledger.verify();
        assertThat(mentions("of-yesteryear")).isNotEmpty();
        scene.clock.turn(Duration.ofDays(LedgerScene.OPENING_DAYS + 1));
        await().until(() -> {
            ledger.event("day", Map.of());
            ledger.tick();
            ledger.verify();
            return mentions("camera-of-yesteryear").isEmpty();
        });
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
        // The last number of a device is no history: it is what the next start compares with.
        assertThat(mentions("of-yesteryear")).containsExactly("settled");
        KeptLedger again = scene.open();
        assertThat(again.verify().intact()).isTrue();
        assertThat(again.opening().sequences()).containsEntry("device-of-yesteryear", 7L);
        scene.close(again);
    }

    private List<String> mentions(String word) throws IOException {
        return OutsideVerifier.files(scene.folder).stream()
                .filter(file -> contains(file, word))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static boolean contains(Path file, String word) {
        try {
            return Files.readString(file, ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
