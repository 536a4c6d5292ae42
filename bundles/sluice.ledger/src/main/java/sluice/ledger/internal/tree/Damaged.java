package sluice.ledger.internal.tree;

import java.io.IOException;

/** The ledger is not what it was. */
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    private final long entry;

    /**
     * A finding.
     *
     * @param file name of the file that shows it
     * @param entry number of the first entry that is concerned, from 0
     * @param why one line for the operator
     */
    public Damaged(String file, long entry, String why) {
        this(entry, "file `" + file + "` entry " + entry + ": " + why);
    }

    Damaged(long entry, String explanation) {
        super(explanation);
        this.entry = entry;
    }

    /** Number of the first entry that is concerned. */
    public long entry() {
        return entry;
    }
}
