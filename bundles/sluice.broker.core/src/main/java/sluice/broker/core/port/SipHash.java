package sluice.broker.core.port;

/** SipHash-2-4 with 128 bits over UTF-16 units, two bytes each, little-endian. One object a digest. */
final class SipHash {
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long word;
    private int units;

    SipHash(long first, long second) {
        v0 = first ^ 0x736f6d6570736575L;
        v1 = second ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = first ^ 0x6c7967656e657261L;
        v3 = second ^ 0x7465646279746573L;
    }

    void add(char unit) {
        word |= (long) unit << 16 * (units & 3);
        units++;
        if ((units & 3) == 0) {
            compress(word);
            word = 0;
        }
    }

    /** The first half. Nothing can be added afterwards. */
    long finish() {
        compress(word | (long) (2 * units) << 56);
        v2 ^= 0xee;
        rounds(4);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /** The second half, after the first. */
    long more() {
        v1 ^= 0xdd;
        rounds(4);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void compress(long message) {
        v3 ^= message;
        rounds(2);
        v0 ^= message;
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
