package sluice.ledger.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import sluice.journal.Journal;

/** Writes what a sealed second counted: one entry, or several when there is much; the last one seals. */
final class Sealing {
    private static final int PART_CHARS = 64 << 10;

    private final Chain chain;
    private final Clock clock;
    private final long second;
    private final List<String> counts = new ArrayList<>();
    private final List<String> sequences = new ArrayList<>();
    private int chars;

    Sealing(Chain chain, Clock clock, long second) {
        this.chain = chain;
        this.clock = clock;
        this.second = second;
    }

    void count(String array) {
        add(counts, array);
    }

    void sequence(String array) {
        add(sequences, array);
    }

    void done() {
        write(false);
    }

    private void add(List<String> list, String array) {
        list.add(array);
        chars += array.length();
        if (chars > PART_CHARS) {
            write(true);
        }
    }

    private void write(boolean more) {
        EntryText entry = EntryText.of(EntryText.SEALED)
                .with("at", clock.millis())
                .with("second", second)
                .with("more", more)
                .with("counts", counts)
                .with("sequences", sequences);
        chain.append(entry, () -> {}, Journal.FOREVER);
        counts.clear();
        sequences.clear();
        chars = 0;
    }
}
