package sluice.ledger.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The chain's arithmetic: an entry on disk is {@code SHA-256(previous hash || text) || text}. Used by one thread at a time. */
final class Hashing {
    static final int BYTES = 32;
    private final MessageDigest digest = sha256();

    byte[] hash(byte[] previous, byte[] text) {
        digest.update(previous);
        return digest.digest(text);
    }

    /** Whether an entry follows from the one before. */
    boolean follows(byte[] previous, byte[] payload) {
        if (payload.length < BYTES) {
            return false;
        }
        digest.update(previous);
        digest.update(payload, BYTES, payload.length - BYTES);
        return MessageDigest.isEqual(digest.digest(), hashIn(payload));
    }

    static byte[] payload(byte[] hash, byte[] text) {
        byte[] payload = Arrays.copyOf(hash, BYTES + text.length);
        System.arraycopy(text, 0, payload, BYTES, text.length);
        return payload;
    }

    static byte[] hashIn(byte[] payload) {
        return Arrays.copyOf(payload, BYTES);
    }

    static byte[] textIn(byte[] payload) {
        return Arrays.copyOfRange(payload, BYTES, payload.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
