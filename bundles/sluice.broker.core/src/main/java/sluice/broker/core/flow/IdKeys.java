package sluice.broker.core.flow;

import java.security.SecureRandom;
import sluice.broker.core.model.Label;

/**
 * The keys of reading ids. Ids of streams without personal information keep their key over a restart, so that a message that comes again is
 * recognised by its recipient; ids of every other stream have a key that ends with the process.
 */
public final class IdKeys {
    private static final int LENGTH = 32;

    private final byte[] lasting;
    private final byte[] passing = new byte[LENGTH];

    /**
     * Keys with a lasting part.
     *
     * @param lasting 32 secret bytes, the same at each start
     */
    public IdKeys(byte[] lasting) {
        if (lasting.length != LENGTH) {
            throw new IllegalArgumentException("a key of " + LENGTH + " bytes is needed, got " + lasting.length);
        }
        this.lasting = lasting.clone();
        new SecureRandom().nextBytes(passing);
    }

    /**
     * Both kinds of ids, for one thread.
     *
     * @return new; not to be shared by threads
     */
    public PerThread forThread() {
        return new PerThread(new ReadingIds(lasting), new ReadingIds(passing));
    }

    /**
     * Ids for one thread.
     *
     * @param lasting for streams without personal information
     * @param passing for all others
     */
    public record PerThread(ReadingIds lasting, ReadingIds passing) {
        /**
         * The ids for a stream.
         *
         * @param label the stream's label
         * @return the lasting ones for {@link Label#NONPERSONAL} only
         */
        public ReadingIds of(Label label) {
            return label == Label.NONPERSONAL ? lasting : passing;
        }
    }
}
