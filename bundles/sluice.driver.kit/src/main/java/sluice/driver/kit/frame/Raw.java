package sluice.driver.kit.frame;

import sluice.driver.spi.Frame;

/** A whole number in a frame. Most significant byte first, unless the name ends in {@code Little}. */
@FunctionalInterface
public interface Raw {
    /**
     * Takes the number.
     *
     * @param frame long enough
     * @param base where the message or item begins
     * @return the number
     */
    long of(Frame frame, int base);

    /** One byte, 0 to 255. */
    static Raw u8(int at) {
        return (frame, base) -> frame.unsigned(base + at);
    }

    /** One byte, -128 to 127. */
    static Raw s8(int at) {
        return (frame, base) -> (byte) frame.unsigned(base + at);
    }

    /** Two bytes, 0 to 65,535. */
    static Raw u16(int at) {
        return (frame, base) -> frame.unsigned(base + at) << 8 | frame.unsigned(base + at + 1);
    }

    /** Two bytes, -32,768 to 32,767. */
    static Raw s16(int at) {
        return (frame, base) -> (short) (frame.unsigned(base + at) << 8 | frame.unsigned(base + at + 1));
    }

    /** Three bytes, 0 to 16,777,215. */
    static Raw u24(int at) {
        return (frame, base) -> (long) frame.unsigned(base + at) << 16
                | frame.unsigned(base + at + 1) << 8
                | frame.unsigned(base + at + 2);
    }

    /** Four bytes, 0 to 4,294,967,295. */
    static Raw u32(int at) {
        return (frame, base) -> (long) frame.unsigned(base + at) << 24
                | frame.unsigned(base + at + 1) << 16
                | frame.unsigned(base + at + 2) << 8
                | frame.unsigned(base + at + 3);
    }

    /** Four bytes, signed. */
    static Raw s32(int at) {
        Raw raw = u32(at);
        return (frame, base) -> (int) raw.of(frame, base);
    }

    /** Two bytes, 0 to 65,535, least significant first. */
    static Raw u16Little(int at) {
        return (frame, base) -> frame.unsigned(base + at) | frame.unsigned(base + at + 1) << 8;
    }

    /** Two bytes, -32,768 to 32,767, least significant first. */
    static Raw s16Little(int at) {
        return (frame, base) -> (short) (frame.unsigned(base + at) | frame.unsigned(base + at + 1) << 8);
    }

    /** Four bytes, signed, least significant first. */
    static Raw s32Little(int at) {
        return (frame, base) -> frame.unsigned(base + at)
                | frame.unsigned(base + at + 1) << 8
                | frame.unsigned(base + at + 2) << 16
                | frame.unsigned(base + at + 3) << 24;
    }

    /**
     * Some of its bits.
     *
     * @param shift how many lower bits are dropped
     * @param mask which of the rest are kept
     * @return the number that they form
     */
    default Raw bits(int shift, long mask) {
        return (frame, base) -> of(frame, base) >> shift & mask;
    }

    /** The number and a constant. */
    default Raw plus(long constant) {
        return (frame, base) -> of(frame, base) + constant;
    }
}
