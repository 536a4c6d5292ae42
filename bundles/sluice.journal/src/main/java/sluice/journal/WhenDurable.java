package sluice.journal;

/** Told when an entry is on disk. */
@FunctionalInterface
public interface WhenDurable {
    /**
     * The entry is on disk, and so are all before it. Called on the journal's thread, in the order of the positions; must not block.
     *
     * @param position the entry's position
     */
    void at(long position);
}
