package sluice.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One entry in a segment, big-endian: {@code length(4) crc(4) position(8) batch(8) payload}. The length counts the whole frame, so that 0
 * is the end. The CRC-32C covers the segment's salt and all of the frame but itself; without the salt nobody can prepare a payload that,
 * after damage, would pass for a frame.
 *
 * @param offset where it starts in the segment
 * @param length of the whole frame, in bytes
 * @param position of the entry
 * @param batch position of the first entry of its write: whatever came before was on disk already
 */
record Frame(int offset, int length, long position, long batch) {
    static final int HEADER = 24;

    static void put(ByteBuffer to, long salt, long position, long batch, byte[] payload) {
        int offset = to.position();
        int length = HEADER + payload.length;
        to.putInt(length).putInt(0).putLong(position).putLong(batch).put(payload);
        to.putInt(offset + 4, checksum(to, offset, length, salt));
    }

    /** The frame at an offset, or null if there is no intact one. */
    static @Nullable Frame at(ByteBuffer segment, int offset, long salt) {
        if (segment.limit() - offset < HEADER) {
            return null;
        }
        int length = segment.getInt(offset);
        if (length < HEADER || length > segment.limit() - offset) {
            return null;
        }
        return segment.getInt(offset + 4) == checksum(segment, offset, length, salt)
                ? new Frame(offset, length, segment.getLong(offset + 8), segment.getLong(offset + 16))
                : null;
    }

    /**
     * The first intact frame from an offset on that proves an entry to have been on disk: it was written by a later write. Null if there
     * is none.
     */
    static @Nullable Frame after(ByteBuffer segment, int from, long salt, long lost) {
        for (int offset = from; offset <= segment.limit() - HEADER; offset++) {
            // The cheap look first: almost no offset passes it, and the sum is taken over few of them.
            if (segment.getInt(offset) >= HEADER && segment.getLong(offset + 16) > lost) {
                Frame frame = at(segment, offset, salt);
                if (frame != null && frame.position >= frame.batch) {
                    return frame;
                }
            }
        }
        return null;
    }

    byte[] payload(ByteBuffer segment) {
        return Arrays.copyOfRange(segment.array(), offset + HEADER, offset + length);
    }

    int end() {
        return offset + length;
    }

    private static int checksum(ByteBuffer bytes, int offset, int length, long salt) {
        CRC32C crc = new CRC32C();
        for (int shift = 56; shift >= 0; shift -= 8) {
            crc.update((int) (salt >>> shift));
        }
        crc.update(bytes.array(), offset, 4);
        crc.update(bytes.array(), offset + 8, length - 8);
        return (int) crc.getValue();
    }
}
