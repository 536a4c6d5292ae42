package sluice.broker.core.port;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A name of a person that can be compared and not be read: SipHash-2-4 with 128 bits (Aumasson and Bernstein, "SipHash: a fast short-input
 * PRF", 2012) under a key that only the register of opt-outs has.
 *
 * @param high the first 8 bytes, read little-endian
 * @param low the last 8 bytes, read little-endian
 */
public record SubjectDigest(long high, long low) {
    /** How long a key is, bytes. */
    public static final int KEY_LENGTH = 16;

    /** The key of a register. Says nothing of itself. */
    public static final class Key {
        private final long first;
        private final long second;

        /**
         * A key.
         *
         * @param bytes {@link SubjectDigest#KEY_LENGTH} secret bytes; not kept
         */
        public Key(byte[] bytes) {
            if (bytes.length != KEY_LENGTH) {
                throw new IllegalArgumentException("a key of " + KEY_LENGTH + " bytes is needed, got " + bytes.length);
            }
            ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            this.first = words.getLong();
            this.second = words.getLong();
        }

        /**
         * The digest of a name: of the kind's length (2 bytes), the kind and the name, each UTF-16 unit as two bytes, all little-endian.
         *
         * @param kind what kind of name it is, so that a plate and a phone of the same letters are two
         * @param name the name
         * @return its digest
         */
        public SubjectDigest digest(String kind, String name) {
            SipHash hash = new SipHash(first, second);
            hash.add((char) kind.length());
            for (int i = 0; i < kind.length(); i++) {
                hash.add(kind.charAt(i));
            }
            for (int i = 0; i < name.length(); i++) {
                hash.add(name.charAt(i));
            }
            long high = hash.finish();
            return new SubjectDigest(high, hash.more());
        }
    }
}
