package sluice.broker.core.window.aggregate;

import sluice.broker.core.shape.Slots;

/**
 * The steps in which a number is counted.
 *
 * @param least lower edge of the first step
 * @param width of each step, positive
 * @param count how many steps; values beyond either end belong to the step at that end
 * @param isWhole whether values are whole numbers
 */
public record Steps(double least, double width, int count, boolean isWhole) {
    /** Most steps. */
    public static final int MOST = 1_024;

    public Steps {
        if (!(width > 0) || !Double.isFinite(least) || count < 1 || count > MOST) {
            throw new IllegalArgumentException("no such steps: " + count + " of " + width + " from " + least);
        }
    }

    /** The step of a value, from 0. */
    int of(Slots from, int index) {
        double value = isWhole ? from.getLong(index) : from.getDouble(index);
        return (int) Math.max(0, Math.min(count - 1.0, Math.floor((value - least) / width)));
    }

    /** The middle of a step. */
    double middle(int step) {
        return least + (step + 0.5) * width;
    }
}
