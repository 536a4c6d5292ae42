package sluice.broker.core.port;

/**
 * Keeps observations without personal information on disk until their recipient has had them, so that a crash loses none.
 */
public interface Spool {
    /**
     * Appends an observation for a recipient.
     *
     * @param recipient symbolic name of the application's bundle
     * @param entry the encoded observation; not to be changed any more
     * @param whenDurable given the entry's position once it is on disk, on the spool's thread, in the order of the calls; not at all as
     *     long as the disk can not be written; must not block
     */
    void append(String recipient, byte[] entry, WhenDurable whenDurable);

    /**
     * Notes that a recipient has had an entry and all before it. Written lazily: after a crash the last ones may be replayed.
     *
     * @param recipient symbolic name of the application's bundle
     * @param position as given to {@link WhenDurable}
     */
    void consumed(String recipient, long position);

    /**
     * Replays what was not consumed. To be called once for a recipient in the life of a broker, before anything is appended for it.
     *
     * @param recipient symbolic name of the application's bundle
     * @param visitor given each entry, in order, before this returns
     */
    void replay(String recipient, Visitor visitor);

    /**
     * Whether it can be written now.
     *
     * @return empty if it can, otherwise why not, for the operator
     */
    String trouble();

    /** Told when an entry is on disk. */
    @FunctionalInterface
    interface WhenDurable {
        /**
         * The entry is on disk.
         *
         * @param position rises with each entry of any recipient
         */
        void at(long position);
    }

    /** Given the entries of a replay. */
    @FunctionalInterface
    interface Visitor {
        /**
         * One entry.
         *
         * @param position as it was when it was appended
         * @param entry the encoded observation
         */
        void entry(long position, byte[] entry);
    }
}
