package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import sluice.journal.Journal;
import sluice.journal.Payload;

/** Appends entries, each with the hash that ties it to the one before. */
final class Chain {
    /** Longest text of an entry, in bytes. */
    static final int LONGEST = 512 << 10;

    private final Journal journal;
    private final Hashing hashing = new Hashing();
    private byte[] last;
    private volatile Head durable;

    Chain(Journal journal, Head head) {
        this.journal = journal;
        this.last = head.hash();
        this.durable = head;
    }

    /**
     * Appends an entry; waits while the journal is full.
     *
     * @return false if it was not taken
     * @throws IllegalArgumentException if the text is too long
     */
    boolean append(EntryText entry, Runnable whenDurable, Duration patience) {
        byte[] text = entry.toString().getBytes(UTF_8);
        if (text.length > LONGEST) {
            throw new IllegalArgumentException("an entry of " + text.length + " bytes is longer than " + LONGEST);
        }
        Link link = new Link(text, whenDurable);
        return journal.append(link, link::onDisk, patience) >= 0;
    }

    /** The last entry that is on disk. */
    Head durable() {
        return durable;
    }

    private final class Link implements Payload {
        private final byte[] text;
        private final Runnable whenDurable;
        private byte[] hash = Head.NONE.hash();

        Link(byte[] text, Runnable whenDurable) {
            this.text = text;
            this.whenDurable = whenDurable;
        }

        // INVARIANT: the journal asks in the order of the entries, one at a time; so `last` is the hash of the entry
        // before.
        @Override
        public byte[] at(long position) {
            hash = hashing.hash(last, text);
            last = hash;
            return Hashing.payload(hash, text);
        }

        void onDisk(long position) {
            durable = new Head(position, hash);
            whenDurable.run();
        }
    }
}
