package sluice.ledger.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over parts. */
final class Sha256 {
    private Sha256() {}

    static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** RFC 9162, 2.1.1. */
    static byte[] leaf(byte[] entry) {
        return of(new byte[] {0}, entry);
    }

    /** RFC 9162, 2.1.1. */
    static byte[] node(byte[] left, byte[] right) {
        return of(new byte[] {1}, left, right);
    }
}
