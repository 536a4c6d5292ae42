package sluice.keys.internal.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key that seals the epoch keys of one generation, and dies with the first of them. For one thread. */
final class WrapKey {
    static final int BYTES = 32;

    private static final String MAC = "HmacSHA256";

    private final long generation;
    private final byte[] bytes;

    WrapKey(long generation, byte[] bytes) {
        this.generation = generation;
        this.bytes = bytes;
    }

    static WrapKey first(long generation) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new WrapKey(generation, bytes);
    }

    /**
     * The next one: HMAC-SHA-256 of fresh randomness under this one. From the next one nobody gets back to this one; from this one nobody gets
     * on to the next one without the randomness, so that a stolen copy opens one generation only.
     */
    WrapKey next(long nextGeneration) throws GeneralSecurityException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Mac mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(bytes, MAC));
        byte[] next = mac.doFinal(fresh);
        Arrays.fill(fresh, (byte) 0);
        return new WrapKey(nextGeneration, next);
    }

    long generation() {
        return generation;
    }

    /** What a seal is bound to. */
    byte[] context() {
        return ByteBuffer.allocate(Long.BYTES).putLong(generation).array();
    }

    SecretKey key() {
        return new SecretKeySpec(bytes, "AES");
    }

    byte[] bytes() {
        return bytes;
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }
}
