package sluice.transport.http.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compares what was offered with the hash of what is right. How long it takes says nothing about either. */
final class Secret {
    /** The hash of no secret: whatever is offered, it does not match. */
    static final String NONE = "0".repeat(64);

    private Secret() {}

    /**
     * Whether the right secret was offered.
     *
     * @param offered as received; the empty one is never right
     * @param sha256 lower-case hexadecimal; empty if there is no secret, and then none is right
     */
    static boolean matches(String offered, String sha256) {
        byte[] hash = HexFormat.of().formatHex(sha256(offered)).getBytes(US_ASCII);
        return MessageDigest.isEqual(hash, sha256.getBytes(US_ASCII)) & !offered.isEmpty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) { // every JDK has to have it
            throw new IllegalStateException(impossible);
        }
    }
}
