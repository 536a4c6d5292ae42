package sluice.store.internal.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Keys of records. A key that was destroyed never comes back, not even from a copy of the files that was made before. */
public interface DataKeys {
    /**
     * A key to seal with; made at its first use, and on disk when this returns.
     *
     * @param id of which records
     * @return the key
     * @throws IOException if it can not be written down
     */
    DataKey key(KeyId id) throws IOException;

    /**
     * A key to open with.
     *
     * @param id of which records
     * @return empty if there is none any more
     */
    Optional<DataKey> find(KeyId id);

    /**
     * The keys that exist.
     *
     * @return a copy
     */
    Set<KeyId> ids();

    /**
     * Destroys keys: overwritten in memory and in their files, and what older copies of the files are wrapped with is destroyed too.
     *
     * @param ids which; unknown ones are passed over
     * @throws IOException if that is not certain; to be tried again
     */
    void destroy(Collection<KeyId> ids) throws IOException;

    /**
     * Copies all keys, as they are wrapped now. Whoever has the copy and the master key can read copies of the records.
     *
     * @param folder where to
     * @throws IOException if it can not
     */
    void copyTo(Path folder) throws IOException;

    /** One key. */
    final class DataKey {
        private final byte[] secret;
        private volatile boolean destroyed;

        DataKey(byte[] secret) {
            this.secret = secret;
        }

        /** Its 32 bytes; not to be kept. */
        byte[] secret() {
            if (destroyed) {
                throw new IllegalStateException("the key is destroyed");
            }
            return secret;
        }

        void destroy() {
            destroyed = true;
            Arrays.fill(secret, (byte) 0);
        }
    }
}
