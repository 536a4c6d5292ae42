package sluice.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import sluice.broker.core.port.FlowKey;
import sluice.journal.JournalSettings;

/** A ledger in a folder of a test, with a clock and a disk in the test's hand. */
final class LedgerScene {
    static final FlowKey PLATES = new FlowKey("traffic.plate", "traffic-planning", "sluice.app.planning");
    static final FlowKey BINS = new FlowKey("waste.container", "waste-collection", "sluice.app.waste");
    private static final Duration QUICK = Duration.ofMillis(2);

    final ManualClock clock = new ManualClock();
    final FillingDisk disk = new FillingDisk();
    final Path folder;

    LedgerScene(Path folder) {
        this.folder = folder;
    }

    KeptLedger open() {
        return open(folder);
    }

    KeptLedger open(Path of) {
        return open(of, Duration.ofSeconds(5));
    }

    KeptLedger open(Path of, Duration patience) {
        JournalSettings journal =
                JournalSettings.STANDARD.withSegmentBytes(1 << 18).withBatch(1_000, QUICK);
        return LedgerOpener.open(new LedgerSettings(of, journal, disk, clock, new SecureRandom(), patience));
    }

    void close(KeptLedger ledger) {
        ledger.close(Duration.ofSeconds(5));
    }

    /** What was on disk when the machine lost power, for a new start. */
    Path crash(Path copy) throws IOException {
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy;
    }

    /** The entries on disk, through an outsider's eyes. */
    List<String> texts() throws IOException, NoSuchAlgorithmException {
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
