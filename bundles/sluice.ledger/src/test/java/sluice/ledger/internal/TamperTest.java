package sluice.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.ledger.internal.LedgerScene.BINS;
import static sluice.ledger.internal.LedgerScene.PLATES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Ledger.Verification;

/** Whoever changes the ledger is found out, and file and entry are named. */
class TamperTest {
    @TempDir
    private Path root;

    private LedgerScene scene;

    @BeforeEach
    void scene() {
        scene = new LedgerScene(root);
    }

    /** More than a bundle of entries, so that there are full and partial tiles of two levels. */
    private KeptLedger filled() {
        KeptLedger ledger = scene.open();
        for (int i = 0; i < 100; i++) {
            ledger.open(scene.clock.second());
            ledger.event("policy-active", Map.of("version", "v" + i));
            ledger.tally(BINS, "permitted").increment();
            ledger.sequence("bin-017", i);
            ledger.disclose(PLATES, "camera-2", () -> {});
            scene.clock.turn(Duration.ofSeconds(1));
            ledger.tick();
        }
        return ledger;
    }

    private List<Path> evidence() throws IOException {
        return OutsideVerifier.files(scene.folder).stream()
                .filter(file -> !file.endsWith("lock"))
                .toList();
    }

    @Test
    void any_changed_byte_of_any_file_is_found_while_running() throws IOException {
        KeptLedger ledger = filled();
        assertThat(ledger.verify().intact()).isTrue();
        assertThat(evidence()).hasSizeGreaterThan(8);
        Random random = new Random(7);
        for (Path file : evidence()) {
            for (int round = 0; round < 12; round++) {
                assertNoticed(ledger, file, random.nextInt(LedgerScene.usedBytes(file)));
            }
        }
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
    }

    private void assertNoticed(KeptLedger ledger, Path file, int offset) throws IOException {
        byte[] whole = LedgerScene.flip(file, offset);
        Verification found = ledger.verify();
        assertThat(found.intact()).as("%s byte %d", file, offset).isFalse();
        Files.write(file, whole);
    }

    @Test
    void a_changed_entry_is_named_with_its_file() throws IOException {
        KeptLedger ledger = filled();
        List<String> texts = scene.texts();
        assertThat(ledger.verify().entries()).isEqualTo(texts.size());
        Path bundle = scene.folder.resolve("tile/entries/000");
        for (int entry : List.of(0, 1, 100, 255)) {
            int offset = texts.subList(0, entry).stream()
                            .mapToInt(text -> text.length() + 2)
                            .sum()
                    + 20;
            byte[] whole = LedgerScene.flip(bundle, offset);
            assertThat(ledger.verify().firstBadEntry()).isEqualTo(entry);
            assertThat(ledger.verify().explanation()).contains("tile/0/000", "tile/entries/000", "entry " + entry);
            Files.write(bundle, whole);
        }
        scene.close(ledger);
    }

    @Test
    void a_changed_tile_is_named_with_its_entry() throws IOException {
        KeptLedger ledger = filled();
        ledger.verify();
        byte[] whole = LedgerScene.flip(scene.folder.resolve("tile/0/000"), 77 * 32 + 5);
        assertThat(ledger.verify().firstBadEntry()).isEqualTo(77);
        Files.write(scene.folder.resolve("tile/0/000"), whole);
        LedgerScene.flip(scene.folder.resolve("tile/1/000.p/1"), 3);
        assertThat(ledger.verify().explanation()).contains("tile/1/000.p/1").contains("does not match the tiles below");
        scene.close(ledger);
    }

    @Test
    void any_changed_byte_is_found_at_the_next_start_and_the_ledger_is_not_continued() throws IOException {
        scene.close(filled());
        Random random = new Random(8);
        for (Path file : evidence()) {
            for (int round = 0; round < 4; round++) {
                byte[] whole = LedgerScene.flip(file, random.nextInt(LedgerScene.usedBytes(file)));
                byte[] changed = Files.readAllBytes(file);
                assertItRefuses(file.toString());
                assertThat(Files.readAllBytes(file)).isEqualTo(changed);
                Files.write(file, whole);
            }
        }
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(scene.clock.second())).isTrue();
        scene.close(ledger);
    }

    private KeptLedger assertItRefuses(String why) {
        KeptLedger ledger = scene.open();
        AtomicBoolean disclosed = new AtomicBoolean();
        assertThat(ledger.open(scene.clock.second())).as(why).isFalse();
        ledger.disclose(PLATES, "camera-2", () -> disclosed.set(true));
        ledger.event("started", Map.of());
        ledger.tick();
        assertThat(ledger.code()).isEqualTo("ledger-broken");
        assertThat(ledger.verify().intact()).isFalse();
        scene.close(ledger);
        assertThat(disclosed).isFalse();
        return ledger;
    }

    @Test
    void an_end_that_was_cut_off_is_not_taken_for_a_torn_write() throws IOException {
        scene.fill(5);
        Path file = OutsideVerifier.segments(scene.folder).get(0);
        byte[] shorter = Files.readAllBytes(file);
        int used = LedgerScene.usedBytes(file);
        Arrays.fill(shorter, used - 150, used, (byte) 0);
        Files.write(file, shorter);
        assertThat(assertItRefuses("cut off").trouble()).contains("ends before");
    }

    @Test
    void a_ledger_whose_files_are_gone_is_not_taken_for_a_new_one() throws IOException {
        scene.fill(2);
        for (Path file : evidence()) {
            Files.delete(file);
        }
        assertThat(assertItRefuses("gone").trouble()).contains("had 6 entries once");
    }

    @Test
    void a_tile_that_is_gone_is_missed() throws IOException {
        scene.close(filled());
        Files.delete(scene.folder.resolve("tile/0/000"));
        assertThat(assertItRefuses("gone").trouble()).contains("tile/0/000");
    }

    /** The files and their own checkpoint all hold: only the anchor, which is elsewhere, knows that there was more. */
    @Test
    void an_old_copy_that_was_put_back_is_found_by_the_anchor(@TempDir Path backup) throws IOException {
        scene.fill(3);
        LedgerScene.copy(scene.folder, backup);
        scene.fill(3);
        for (Path file : evidence()) {
            Files.delete(file);
        }
        LedgerScene.copy(backup, scene.folder);
        assertThat(assertItRefuses("old").trouble()).contains("old copy").contains("`checkpoint`");
    }

    @Test
    void a_rewritten_history_does_not_lead_to_the_anchor(@TempDir Path other) throws IOException {
        scene.fill(5);
        LedgerScene forged = new LedgerScene(other);
        LedgerScene.copy(scene.anchor, forged.anchor);
        Files.delete(forged.anchor.resolve("checkpoint"));
        forged.fill(5);
        for (Path file : evidence()) {
            Files.delete(file);
        }
        LedgerScene.copy(forged.folder, scene.folder);
        assertThat(assertItRefuses("forged").trouble()).contains("not those of this checkpoint");
    }

    @Test
    void a_checkpoint_that_another_key_signed_is_refused(@TempDir Path other) throws IOException {
        scene.fill(2);
        new LedgerScene(other).fill(2);
        Files.copy(
                other.resolve("ledger/checkpoint"),
                scene.folder.resolve("checkpoint"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(assertItRefuses("signature").trouble()).contains("the signature under `checkpoint`");
    }

    @Test
    void a_checkpoint_that_a_witness_gave_back_binds_the_ledger(@TempDir Path other) throws IOException {
        scene.fill(2);
        Path witnessed = Files.createDirectories(scene.anchor.resolve("witnessed"));
        Files.copy(scene.folder.resolve("checkpoint"), witnessed.resolve("w1"));
        KeptLedger ledger = scene.open();
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
        LedgerScene forged = new LedgerScene(other);
        Files.createDirectories(forged.anchor);
        Files.copy(scene.anchor.resolve("key"), forged.anchor.resolve("key"));
        forged.fill(4);
        Files.createDirectories(forged.anchor.resolve("witnessed"));
        Files.copy(witnessed.resolve("w1"), forged.anchor.resolve("witnessed/w1"));
        KeptLedger refused = forged.open();
        assertThat(refused.trouble()).contains("`w1`").contains("not those of this checkpoint");
        forged.close(refused);
    }

    @Test
    void a_missing_highest_checkpoint_leaves_a_trace() throws IOException {
        scene.fill(2);
        Files.delete(scene.anchor.resolve("checkpoint"));
        scene.close(scene.open());
        assertThat(scene.texts()).anyMatch(text -> text.contains("\"event\":\"head-missing\""));
    }

    @Test
    void a_missing_key_is_not_replaced_by_a_new_one() throws IOException {
        scene.fill(2);
        Files.delete(scene.anchor.resolve("key"));
        assertThat(assertItRefuses("key").trouble()).contains("put it back");
    }

    @Test
    void a_torn_write_behind_the_last_entry_is_no_forgery() throws IOException {
        scene.fill(3);
        Path file = OutsideVerifier.segments(scene.folder).get(0);
        byte[] torn = Files.readAllBytes(file);
        System.arraycopy(new byte[] {0, 0, 1, 0, 9, 9, 9, 9}, 0, torn, LedgerScene.usedBytes(file), 8);
        Files.write(file, torn);
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(scene.clock.second())).isTrue();
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
    }
}
