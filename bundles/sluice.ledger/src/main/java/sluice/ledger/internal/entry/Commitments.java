package sluice.ledger.internal.entry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Commits a leaf to an opening that it does not show: the leaf holds the SHA-256 of the opening, the opening starts with 16 random bytes.
 * With the opening anybody can check the leaf; without it nobody can guess it back.
 */
public final class Commitments {
    private static final int SALT_BYTES = 16;
    private static final int STOCK = 256 * SALT_BYTES;
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random;
    private final MessageDigest prototype = sha256();
    private final byte[] stock = new byte[STOCK];
    private int used = STOCK;

    /**
     * Commitments.
     *
     * @param random makes the salts
     */
    public Commitments(SecureRandom random) {
        this.random = random;
    }

    /** The start of an opening, with a new salt; what is hidden follows, then a closing brace. */
    public String salted() {
        return "{\"salt\":\"" + HEX.formatHex(salt()) + "\"";
    }

    // The system's generator is asked for many at once: a call for each would cost more than the rest of a leaf.
    private synchronized byte[] salt() {
        if (used == STOCK) {
            random.nextBytes(stock);
            used = 0;
        }
        byte[] salt = Arrays.copyOfRange(stock, used, used + SALT_BYTES);
        Arrays.fill(stock, used, used + SALT_BYTES, (byte) 0);
        used += SALT_BYTES;
        return salt;
    }

    /** What a leaf holds of an opening: 64 hexadecimal digits. */
    public String to(byte[] opening) {
        try {
            return HEX.formatHex(((MessageDigest) prototype.clone()).digest(opening));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
