package sluice.broker.core.flow;

import java.util.HexFormat;

/**
 * Names a reading, or an observation to its recipient: 128 bits of a pseudorandom function.
 *
 * @param high upper half
 * @param low lower half
 */
public record ReadingId(long high, long low) {
    /**
     * As an application sees it.
     *
     * @return 32 hexadecimal digits
     */
    public String text() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
