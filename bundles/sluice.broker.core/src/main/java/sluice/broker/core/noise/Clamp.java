package sluice.broker.core.noise;

/**
 * Bounds of one contribution, in whole grains: sums of grains are exact, and noise is drawn in grains.
 *
 * @param least smallest contribution, in grains
 * @param most greatest one, in grains
 * @param grain what one grain is, in the field's unit; positive
 */
public record Clamp(long least, long most, double grain) {
    /** Most grains of one contribution, so that sums of 2^20 of them stay exact. */
    public static final long MOST_GRAINS = 1L << 40;

    public Clamp {
        if (least > most || least < -MOST_GRAINS || most > MOST_GRAINS) {
            throw new IllegalArgumentException("bounds of " + least + " to " + most + " grains");
        }
        if (!(grain > 0) || Double.isInfinite(grain)) {
            throw new IllegalArgumentException("a grain is positive, got " + grain);
        }
    }

    /**
     * Bounds as a policy has them.
     *
     * @param least smallest contribution, in the field's unit
     * @param most greatest one
     * @param grain what one grain is
     * @return bounds rounded to the nearest grains
     */
    public static Clamp of(double least, double most, double grain) {
        return new Clamp(Math.round(least / grain), Math.round(most / grain), grain);
    }

    /**
     * One contribution.
     *
     * @param value in the field's unit; not NaN
     * @return the nearest number of grains within the bounds
     */
    public long grains(double value) {
        return Math.max(least, Math.min(most, Math.round(value / grain)));
    }

    /** Most by which one contribution, there or not, changes a sum. */
    long reach() {
        return Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
    }
}
