package sluice.journal;

/** What is appended, made at the moment its place in the order is known. */
@FunctionalInterface
public interface Payload {
    /**
     * Makes the payload. Called once, in the order of the positions, under the journal's lock: it must be quick, and not call the journal.
     *
     * @param position the entry's position
     * @return the bytes, not to be changed any more; at most {@link JournalSettings#longestPayload()}
     */
    byte[] at(long position);
}
