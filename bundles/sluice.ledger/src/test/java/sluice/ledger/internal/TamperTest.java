package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.ledger.internal.LedgerScene.PLATES;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
import sluice.journal.Disk;
import sluice.journal.Journal;
import sluice.journal.JournalSettings;

/** Whoever changes the ledger is found out, and the entry is named. */
class TamperTest {
    private static final int FIRST_FRAME = 36;

    @TempDir
    private Path folder;

    private LedgerScene scene;

    @BeforeEach
    void scene() {
        scene = new LedgerScene(folder);
    }

    private Path file() throws IOException {
        return OutsideVerifier.segments(folder).get(0);
    }

    /** Number of the entry that a byte belongs to, counted by the lengths in the file. */
    private static long entryAt(byte[] whole, int offset) {
        long entry = -1;
        for (int at = FIRST_FRAME; at <= offset; entry++) {
            at += ByteBuffer.wrap(whole).getInt(at);
        }
        return Math.max(0, entry);
    }

    @Test
    void any_changed_byte_is_found_while_running_and_its_file_and_entry_are_named() throws IOException {
        KeptLedger ledger = scene.open();
        for (int i = 0; i < 20; i++) {
            ledger.open(scene.clock.second());
            ledger.event("policy-active", Map.of("version", "v" + i));
            scene.clock.turn(Duration.ofSeconds(1));
            ledger.tick();
        }
        ledger.open(scene.clock.second());
        assertThat(ledger.verify().intact()).isTrue();
        int used = LedgerScene.usedBytes(file());
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int offset = round < 100 ? used - 1 - round : random.nextInt(used);
            byte[] whole = LedgerScene.flip(file(), offset);
            Verification found = ledger.verify();
            assertThat(found.intact()).as("byte %d", offset).isFalse();
            assertThat(found.firstBadEntry()).as("byte %d", offset).isEqualTo(entryAt(whole, offset));
            assertThat(found.explanation())
                    .contains(file().getFileName().toString())
                    .contains("entry " + found.firstBadEntry());
            Files.write(file(), whole);
        }
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
    }

    @Test
    void any_changed_byte_is_found_at_the_next_start_and_the_ledger_is_not_continued() throws IOException {
        scene.fill(10);
        int used = LedgerScene.usedBytes(file());
        Random random = new Random(8);
        for (int round = 0; round < 80; round++) {
            int offset = round < 40 ? used - 1 - round : random.nextInt(used);
            byte[] whole = LedgerScene.flip(file(), offset);
            byte[] evidence = Files.readAllBytes(file());
            assertThatItRefuses(entryAt(whole, offset));
            assertThat(Files.readAllBytes(file())).isEqualTo(evidence);
            Files.write(file(), whole);
        }
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(scene.clock.second())).isTrue();
        scene.close(ledger);
    }

    private void assertThatItRefuses(long badEntry) {
        KeptLedger ledger = scene.open();
        AtomicBoolean disclosed = new AtomicBoolean();
        assertThat(ledger.open(scene.clock.second())).isFalse();
        ledger.disclose(PLATES, "camera-2", () -> disclosed.set(true));
        ledger.event("started", Map.of());
        ledger.tick();
        assertThat(ledger.code()).isEqualTo("ledger-broken");
        assertThat(ledger.trouble()).contains("entry " + badEntry);
        assertThat(ledger.verify().firstBadEntry()).isEqualTo(badEntry);
        scene.close(ledger);
        assertThat(disclosed).isFalse();
    }

    @Test
    void an_end_that_was_cut_off_is_not_taken_for_a_torn_write() throws IOException {
        scene.fill(5);
        byte[] whole = Files.readAllBytes(file());
        int used = LedgerScene.usedBytes(file());
        byte[] shorter = whole.clone();
        Arrays.fill(shorter, used - 150, used, (byte) 0);
        Files.write(file(), shorter);
        assertThatItRefuses(entryAt(whole, used - 150));
    }

    @Test
    void a_ledger_whose_files_are_gone_is_not_taken_for_a_new_one() throws IOException {
        scene.fill(2);
        Files.delete(file());
        assertThatItRefuses(0);
    }

    @Test
    void a_rewritten_history_whose_links_all_hold_does_not_lead_to_the_head() throws Exception {
        scene.fill(5);
        List<String> texts = scene.texts();
        Files.delete(file());
        byte[] previous = new byte[Hashing.BYTES];
        Hashing hashing = new Hashing();
        try (Journal forged = Journal.open(folder, JournalSettings.STANDARD, Disk.ofThisMachine())) {
            for (String text : texts) {
                byte[] bytes =
                        text.replace("\"permitted\",1", "\"permitted\",0").getBytes(UTF_8);
                byte[] hash = hashing.hash(previous, bytes);
                forged.appendAndWait(Hashing.payload(hash, bytes), Duration.ofSeconds(5));
                previous = hash;
            }
        }
        assertThat(scene.texts()).hasSameSizeAs(texts).isNotEqualTo(texts);
        assertThatItRefuses(texts.size() - 1L);
    }

    @Test
    void an_entry_put_in_with_a_good_checksum_breaks_the_chain() throws IOException {
        scene.fill(2);
        long position;
        try (Journal forged = Journal.open(folder, JournalSettings.STANDARD, Disk.ofThisMachine())) {
            position = forged.next();
            forged.appendAndWait(new byte[200], Duration.ofSeconds(5));
        }
        assertThatItRefuses(position);
    }

    @Test
    void a_broken_head_file_is_a_broken_ledger() throws IOException {
        scene.fill(2);
        LedgerScene.flip(folder.resolve("head"), 0);
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(scene.clock.second())).isFalse();
        assertThat(ledger.trouble()).contains("head");
        assertThat(ledger.verify().intact()).isFalse();
        scene.close(ledger);
    }

    @Test
    void a_missing_head_file_leaves_a_trace() throws Exception {
        scene.fill(2);
        Files.delete(folder.resolve("head"));
        scene.close(scene.open());
        assertThat(scene.texts()).last().asString().contains("\"event\":\"head-missing\"");
    }

    @Test
    void a_torn_write_behind_the_head_is_no_forgery() throws IOException {
        scene.fill(3);
        Path file = file();
        byte[] torn = Files.readAllBytes(file);
        int used = LedgerScene.usedBytes(file);
        System.arraycopy(new byte[] {0, 0, 1, 0, 9, 9, 9, 9}, 0, torn, used, 8);
        Files.write(file, torn);
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(scene.clock.second())).isTrue();
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
    }
}
