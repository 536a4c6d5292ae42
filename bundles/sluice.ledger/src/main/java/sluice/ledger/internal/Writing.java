package sluice.ledger.internal;

import java.time.Duration;
import sluice.journal.Journal;
import sluice.ledger.internal.entry.Entry;
import sluice.ledger.internal.tree.Publisher;

/** Puts entries into the journal; once they are on disk the publisher has them, and whoever waited is told. */
record Writing(Journal journal, Publisher publisher) {
    /**
     * Appends an entry; waits while the journal is full.
     *
     * @return false if it was not taken
     */
    boolean append(Entry entry, Runnable whenDurable, Duration patience) {
        return journal.append(
                        position -> entry.payload(),
                        position -> {
                            publisher.durable(entry);
                            whenDurable.run();
                        },
                        patience)
                >= 0;
    }

    void append(Entry entry) {
        append(entry, () -> {}, Journal.FOREVER);
    }

    /** Lets what was appended go to disk without waiting for company. */
    void hurry() {
        journal.hurry();
    }
}
