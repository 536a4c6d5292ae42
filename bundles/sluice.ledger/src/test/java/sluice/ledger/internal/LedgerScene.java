package sluice.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import sluice.broker.core.port.FlowKey;
import sluice.journal.JournalSettings;

/** A ledger in a folder of a test, with a clock and a disk in the test's hand. */
final class LedgerScene {
    static final FlowKey PLATES = new FlowKey("traffic.plate", "traffic-planning", "sluice.app.planning");
    static final FlowKey BINS = new FlowKey("waste.container", "waste-collection", "sluice.app.waste");
    static final int OPENING_DAYS = 400;
    private static final Duration QUICK = Duration.ofMillis(2);

    final ManualClock clock = new ManualClock();
    final FillingDisk disk = new FillingDisk();
    long recentLeaves = 1_000_000;
    final Path root;
    final Path folder;
    final Path anchor;

    LedgerScene(Path root) {
        this.root = root;
        this.folder = root.resolve("ledger");
        this.anchor = root.resolve("anchor");
    }

    KeptLedger open() {
        return open(Duration.ofSeconds(5));
    }

    KeptLedger open(Duration patience) {
        return LedgerOpener.open(settings(patience));
    }

    LedgerSettings settings(Duration patience) {
        JournalSettings journal =
                JournalSettings.STANDARD.withSegmentBytes(1 << 18).withBatch(1_000, QUICK);
        LedgerSettings.Places places = new LedgerSettings.Places(folder, anchor, "city.example/ledger");
        return new LedgerSettings(
                places, journal, disk, clock, new SecureRandom(), patience, OPENING_DAYS, recentLeaves, 1);
    }

    void close(KeptLedger ledger) {
        ledger.close(Duration.ofSeconds(5));
    }

    /** What was on disk when the machine lost power, for a new start. */
    Path crash(Path copy) throws IOException {
        return copy(root, copy);
    }

    static Path copy(Path from, Path to) throws IOException {
        for (Path file : OutsideVerifier.files(from)) {
            Path copied = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copied.getParent());
            Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }

    /** The entries on disk, through an outsider's eyes. */
    List<String> texts() throws IOException {
        return OutsideVerifier.texts(folder);
    }

    /** A ledger with some of everything in it, closed. */
    void fill(int seconds) {
        KeptLedger ledger = open();
        for (int i = 0; i < seconds; i++) {
            assertThat(ledger.open(clock.second())).isTrue();
            ledger.tally(BINS, "permitted").increment();
            ledger.sequence("bin-017", i);
            ledger.disclose(PLATES, "camera-2", () -> {});
            clock.turn(Duration.ofSeconds(1));
            ledger.tick();
        }
        close(ledger);
    }

    static int usedBytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    static byte[] flip(Path file, int offset) throws IOException {
        byte[] before = Files.readAllBytes(file);
        byte[] after = before.clone();
        after[offset] ^= 0x10;
        Files.write(file, after);
        return before;
    }
}
