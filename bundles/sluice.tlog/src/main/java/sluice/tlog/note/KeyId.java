package sluice.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** {@code SHA-256(name || 0x0A || kind || public key)}, its first four bytes (signed-note, "Signatures"). */
final class KeyId {
    static final byte ED25519 = 1;
    static final byte COSIGNATURE = 4;

    private KeyId() {}

    static int of(String name, byte kind, byte[] publicKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(UTF_8));
            digest.update(kind);
            return first(digest.digest(publicKey));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static String hex(int id) {
        return "%08x".formatted(id);
    }

    static int first(byte[] blob) {
        return ByteBuffer.wrap(blob).getInt();
    }

    static byte[] behindFirst(byte[] blob) {
        return Arrays.copyOfRange(blob, 4, blob.length);
    }

    static byte[] before(int id, byte[] bytes) {
        return ByteBuffer.allocate(4 + bytes.length).putInt(id).put(bytes).array();
    }
}
