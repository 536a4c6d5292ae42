package sluice.broker.core.plan.worker;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A message of at most 255 bytes behind its length. The length stands in the first byte, so that no message is the beginning of another one:
 * that is what makes a CBC-MAC of messages of several lengths a pseudo-random function. Zeros fill the last block.
 */
public final class Message {
    private static final int MOST = 255;
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final int LOW = 0x3f;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes = new byte[MOST + 1];
    private int end = 1;
    private boolean isTooLong;

    void clear() {
        EIGHT.set(bytes, 0, 0L);
        EIGHT.set(bytes, Long.BYTES, 0L);
        end = 1;
        isTooLong = false;
    }

    /**
     * Adds a text behind its own length in bytes, so that what follows can not run into it.
     *
     * @param text any
     */
    public void addCounted(String text) {
        int at = end;
        addByte(0);
        add(text);
        if (!isTooLong) {
            bytes[at] = (byte) (end - at - 1);
        }
    }

    /**
     * Adds a text: each UTF-16 unit as UTF-8 would write it, one to three bytes, so that no two texts have the same bytes, halves of surrogate
     * pairs included.
     *
     * @param text any
     */
    public void add(String text) {
        if (!isAddedAsPlain(text)) {
            for (int i = 0; i < text.length(); i++) {
                add(text.charAt(i));
            }
        }
    }

    /** The short way for what identifiers are made of; leaves no trace if the text is anything else. */
    private boolean isAddedAsPlain(String text) {
        int length = text.length();
        if (length > MOST + 1 - end) {
            return false;
        }
        int all = 0;
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            all |= unit;
            bytes[end + i] = (byte) unit;
        }
        end = all < ONE_BYTE ? end + length : end;
        return all < ONE_BYTE;
    }

    private void add(char unit) {
        if (unit < ONE_BYTE) {
            addByte(unit);
        } else if (unit < TWO_BYTES) {
            addByte(0xc0 | unit >> 6);
            addByte(ONE_BYTE | unit & LOW);
        } else {
            addByte(0xe0 | unit >> 12);
            addByte(ONE_BYTE | unit >> 6 & LOW);
            addByte(ONE_BYTE | unit & LOW);
        }
    }

    /**
     * Adds a number, eight bytes, big-endian.
     *
     * @param number any
     */
    public void add(long number) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            addByte((int) (number >>> shift));
        }
    }

    private void addByte(int value) {
        if (end > MOST) {
            isTooLong = true;
        } else {
            bytes[end++] = (byte) value;
        }
    }

    /**
     * Whether it did not fit: a cut message would be another one's.
     *
     * @return true if more than 255 bytes were added
     */
    public boolean isTooLong() {
        return isTooLong;
    }

    /** The blocks, the length in front, zeros behind. */
    byte[] blocks() {
        bytes[0] = (byte) (end - 1);
        if (end > Prf.BLOCK) {
            fill();
        }
        return bytes;
    }

    /** The first block is empty from the start. */
    private void fill() {
        for (int i = end; (i & Prf.BLOCK - 1) != 0; i++) {
            bytes[i] = 0;
        }
    }

    /** How many bytes the blocks have: a multiple of 16. */
    int filled() {
        return end + Prf.BLOCK - 1 & -Prf.BLOCK;
    }
}
