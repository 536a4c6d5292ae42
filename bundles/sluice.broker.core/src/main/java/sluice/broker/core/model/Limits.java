package sluice.broker.core.model;

/**
 * What a plausible value of a field is.
 *
 * @param minimum least number, in the field's unit; {@link Double#NEGATIVE_INFINITY} for none
 * @param maximum greatest number, in the field's unit; {@link Double#POSITIVE_INFINITY} for none
 * @param maxLength longest text in UTF-16 units, and longest list in elements; at least 1
 */
public record Limits(double minimum, double maximum, int maxLength) {
    /** Longest text or list where the catalogue does not say. */
    public static final int DEFAULT_MAX_LENGTH = 256;

    /** Any finite number; texts and lists up to {@link #DEFAULT_MAX_LENGTH}. */
    public static final Limits NONE =
            new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, DEFAULT_MAX_LENGTH);

    public Limits {
        if (!(minimum <= maximum)) {
            throw new IllegalArgumentException(
                    "range must run from least to greatest, got " + minimum + ".." + maximum);
        }
        if (maxLength < 1) {
            throw new IllegalArgumentException("maxLength must be at least 1, got " + maxLength);
        }
    }
}
