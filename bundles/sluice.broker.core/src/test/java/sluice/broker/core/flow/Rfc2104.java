package sluice.broker.core.flow;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** HMAC-SHA-256 from its definition in RFC 2104, to check the platform's use of the JDK's. */
final class Rfc2104 {
    private static final int BLOCK = 64;

    private Rfc2104() {}

    static byte[] hmac(byte[] key, byte[] text) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
        byte[] inner = sha256(concat(xor(block, 0x36), text));
        return sha256(concat(xor(block, 0x5c), inner));
    }

    static byte[] concat(byte[]... parts) {
        byte[] whole = new byte[0];
        for (byte[] part : parts) {
            int length = whole.length;
            whole = Arrays.copyOf(whole, length + part.length);
            System.arraycopy(part, 0, whole, length, part.length);
        }
        return whole;
    }

    private static byte[] xor(byte[] block, int pad) {
        byte[] padded = new byte[block.length];
        for (int i = 0; i < block.length; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        return padded;
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
