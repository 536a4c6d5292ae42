package sluice.broker.core.plan.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes 96 bits as 16 characters of base64url (RFC 4648, section 5): letters, digits, hyphen and underscore. Two characters at a time, from a
 * table of 4,096 pairs. For one thread.
 */
final class TextWriter {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int TWELVE_BITS = 0xfff;
    private static final char[] PAIRS = pairs();

    private final byte[] characters = new byte[16];

    private static char[] pairs() {
        byte[] alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(US_ASCII);
        char[] pairs = new char[TWELVE_BITS + 1];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (char) (alphabet[i >> 6] << Byte.SIZE | alphabet[i & 0x3f]);
        }
        return pairs;
    }

    /** Deprecated in the JDK because it is wrong for most texts; for ASCII it is right, and has no look at a charset. */
    @SuppressWarnings("deprecation")
    String of(byte[] bytes) {
        long first = (long) EIGHT.get(bytes, 0);
        long last = (int) FOUR.get(bytes, Long.BYTES) & 0xffff_ffffL;
        EIGHT.set(characters, 0, eight(first >>> 16));
        EIGHT.set(characters, Long.BYTES, eight(first << 32 | last));
        return new String(characters, 0, 0, characters.length);
    }

    /** The lowest 48 bits. */
    private static long eight(long bits) {
        return pair(bits >>> 36) << 48 | pair(bits >>> 24) << 32 | pair(bits >>> 12) << 16 | pair(bits);
    }

    private static long pair(long bits) {
        return PAIRS[(int) bits & TWELVE_BITS];
    }
}
