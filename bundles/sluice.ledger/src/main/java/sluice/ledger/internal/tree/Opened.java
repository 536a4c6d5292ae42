package sluice.ledger.internal.tree;

import java.io.IOException;
import sluice.broker.core.port.Ledger.Opening;
import sluice.journal.Disk;
import sluice.journal.Journal;

/**
 * A ledger that was examined and holds.
 *
 * @param publisher goes on with it
 * @param opening what its entries tell about the time before
 * @param entries how many there are
 */
public record Opened(Publisher publisher, Opening opening, long entries) {
    /**
     * Examines a ledger and opens it.
     *
     * @param journalFiles with so many full files of the journal it is shortened at once
     * @throws Damaged if it does not hold
     * @throws IOException likewise
     */
    public static Opened open(
            Examination examination, TileFolder files, Anchor anchor, Journal journal, Disk disk, int journalFiles)
            throws IOException {
        Examination.Restored restored = examination.restore();
        Opening opening = restored.growth().recollection().opening();
        long entries = restored.growth().size();
        return new Opened(new Publisher(restored, files, anchor, journal, disk, journalFiles), opening, entries);
    }
}
