package sluice.keys.internal.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * One place of the ratchet: {@code "SLUICEW1"} generation(8) sealed key(60) CRC-32C of all before(4), big-endian. Anything else is free: a torn
 * write is no key.
 *
 * @param generation 1 or more; 0 if it is free
 * @param sealed nonce, key and tag
 */
record Slot(long generation, byte[] sealed) {
    static final Slot FREE = new Slot(0, new byte[0]);

    private static final byte[] MAGIC = "SLUICEW1".getBytes(US_ASCII);
    private static final int SEALED = Gcm.NONCE + WrapKey.BYTES + Gcm.TAG;
    private static final int START = MAGIC.length + Long.BYTES;

    static Slot read(ByteBuffer block) {
        byte[] magic = new byte[MAGIC.length];
        byte[] sealed = new byte[SEALED];
        block.get(magic);
        long generation = block.getLong();
        block.get(sealed);
        int sum = block.getInt();
        boolean isSound = Arrays.equals(magic, MAGIC) && generation > 0 && sum == checksum(generation, sealed);
        return isSound ? new Slot(generation, sealed) : FREE;
    }

    boolean isFree() {
        return generation == 0;
    }

    /** What the seal is bound to. */
    byte[] context() {
        return contextOf(generation);
    }

    static byte[] contextOf(long generation) {
        return start(generation).array();
    }

    private static ByteBuffer start(long generation) {
        return ByteBuffer.allocate(START).put(MAGIC).putLong(generation);
    }

    /** From its first byte to the end of the block. */
    ByteBuffer bytes(int block) {
        return ByteBuffer.allocate(block)
                .put(context())
                .put(sealed)
                .putInt(checksum(generation, sealed))
                .rewind();
    }

    private static int checksum(long generation, byte[] sealed) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(START + SEALED)
                .put(contextOf(generation))
                .put(sealed)
                .flip());
        return (int) sum.getValue();
    }
}
