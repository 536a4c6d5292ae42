package sluice.driver.smartbin;

/** How full a container is, as a crew says it. */
public enum Fullness {
    /** Under two fifths. */
    LOW,
    /** From two to four fifths. */
    MIDDLE,
    /** Four fifths and more. */
    FULL,
    /** Above the full mark. */
    OVERFLOWING;

    private static final double MIDDLE_FROM = 0.4;
    private static final double FULL_FROM = 0.8;

    static Fullness of(double level) {
        if (level > 1) {
            return OVERFLOWING;
        }
        if (level >= FULL_FROM) {
            return FULL;
        }
        return level >= MIDDLE_FROM ? MIDDLE : LOW;
    }
}
