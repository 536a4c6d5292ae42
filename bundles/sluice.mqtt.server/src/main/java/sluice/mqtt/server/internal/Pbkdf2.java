package sluice.mqtt.server.internal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Checks a password against {@code pbkdf2:ITERATIONS:SALT:HASH} (RFC 8018, HMAC-SHA-256, salt and 32-byte hash in base64). */
final class Pbkdf2 {
    private static final int HASH_BYTES = 32;
    /** An account with more would let anyone who knows its name keep a core busy. */
    private static final int MOST_ITERATIONS = 5_000_000;

    private Pbkdf2() {}

    /** False for a wrong password, and for a hash that is empty or not of this form. */
    static boolean matches(String hash, String password) {
        String[] parts = hash.split(":", -1);
        if (parts.length != 4 || !parts[0].equals("pbkdf2")) {
            return false;
        }
        try {
            int iterations = Integer.parseInt(parts[1]);
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] expected = Base64.getDecoder().decode(parts[3]);
            return iterations <= MOST_ITERATIONS
                    && expected.length == HASH_BYTES
                    && MessageDigest.isEqual(expected, derive(password, salt, iterations));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", absent);
        } finally {
            key.clearPassword();
        }
    }
}
