package sluice.devices.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import sluice.yaml.Sha256;

/** Makes secrets, and what is kept of them. */
final class Secrets {
    static final int LEAST_ITERATIONS = 1_000;

    private static final int SECRET_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final SecureRandom random;
    private final int iterations;

    Secrets(SecureRandom random, int iterations) {
        this.random = random;
        this.iterations = Math.max(LEAST_ITERATIONS, iterations);
    }

    /** 256 random bits, in letters that need no quoting anywhere. */
    String fresh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
    }

    /** Enough for a secret of 256 bits, which nobody can try out. */
    static String digest(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** PBKDF2-HMAC-SHA-256 (RFC 8018), because an account's password may be replaced by one that a person chose. */
    String hash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, SECRET_BYTES * 8);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "pbkdf2:" + iterations + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", absent);
        } finally {
            spec.clearPassword();
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
