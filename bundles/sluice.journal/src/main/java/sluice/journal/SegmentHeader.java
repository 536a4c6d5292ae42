package sluice.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How a segment file starts, big-endian: {@code "SLUICEJ1" first(8) capacity(8) salt(8) crc(4)}.
 *
 * @param first position of its first entry; also the file's name
 * @param capacity length of the whole file, in bytes
 * @param salt random; part of every frame's checksum
 */
record SegmentHeader(long first, long capacity, long salt) {
    static final int BYTES = 36;
    private static final long MAGIC =
            ByteBuffer.wrap("SLUICEJ1".getBytes(US_ASCII)).getLong();

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(MAGIC).putLong(first).putLong(capacity).putLong(salt).putInt(checksum(bytes));
        return bytes.array();
    }

    /** The header of a segment, or null if it is not intact. */
    static @Nullable SegmentHeader of(ByteBuffer segment) {
        boolean intact = segment.limit() >= BYTES
                && segment.getLong(0) == MAGIC
                && segment.getInt(BYTES - 4) == checksum(segment);
        return intact ? new SegmentHeader(segment.getLong(8), segment.getLong(16), segment.getLong(24)) : null;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, BYTES - 4);
        return (int) crc.getValue();
    }
}
