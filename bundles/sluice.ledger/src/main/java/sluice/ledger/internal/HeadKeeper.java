package sluice.ledger.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import sluice.journal.CheckedFile;
import sluice.journal.Disk;

/** Keeps the head of the chain in a file beside it, so that a ledger which lost its end is noticed after a restart. */
final class HeadKeeper {
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final CheckedFile file;
    private long keptEntry = Head.NONE.entry();
    private long keptNanos = System.nanoTime() - EVERY_NANOS;
    private volatile String trouble = "";

    HeadKeeper(Path folder, Disk disk) {
        this.file = new CheckedFile(folder.resolve("head"), disk);
    }

    Optional<Head> read() throws IOException {
        return Head.read(file);
    }

    /** Writes the head if it is another, at most once a second. */
    synchronized void keepNowAndThen(Supplier<Head> head) {
        if (System.nanoTime() - keptNanos >= EVERY_NANOS || !trouble.isEmpty()) {
            keep(head.get());
        }
    }

    synchronized void keep(Head head) {
        try {
            if (head.entry() != keptEntry) {
                head.write(file);
                keptEntry = head.entry();
                keptNanos = System.nanoTime();
            }
            trouble = "";
        } catch (IOException e) {
            trouble = "can not write: " + e.getMessage() + "; it is tried again until it works";
        }
    }

    /** Why the file is behind; empty if it is not. */
    String trouble() {
        return trouble;
    }
}
