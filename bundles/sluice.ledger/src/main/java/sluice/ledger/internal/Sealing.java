package sluice.ledger.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import sluice.ledger.internal.entry.Leaves;

/** Writes what a sealed second counted: one entry, or several when there is much; the last one seals. */
final class Sealing {
    // Three bytes a character at most, and a leaf has room for 65,535 bytes.
    private static final int PART_CHARS = 16 << 10;

    private final Writing writing;
    private final Leaves leaves;
    private final Clock clock;
    private final long second;
    private final List<String> counts = new ArrayList<>();
    private final List<String> sequences = new ArrayList<>();
    private int chars;

    Sealing(Writing writing, Leaves leaves, Clock clock, long second) {
        this.writing = writing;
        this.leaves = leaves;
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
        writing.append(leaves.sealed(clock.millis(), second, more, counts, sequences));
        counts.clear();
        sequences.clear();
        chars = 0;
    }
}
