package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.shape.Slots;

/**
 * {@code sum} and {@code mean}. Sums of whole numbers are exact, or absent if they overflow; sums of others are compensated (A. Neumaier,
 * 1974), so that the order of the records does not show in the last digits of most.
 */
public final class Summing implements Aggregate {
    private final Protection protection;
    private final boolean isWhole;
    private final boolean isMean;
    private long count;
    private long whole;
    private boolean overflowed;
    private double sum;
    private double rest;

    /**
     * Zero.
     *
     * @param protection what may be told
     * @param isWhole whether values are whole numbers
     * @param isMean whether the mean is told, always a double
     */
    public Summing(Protection protection, boolean isWhole, boolean isMean) {
        this.protection = requireNonNull(protection, "protection is null");
        this.isWhole = isWhole;
        this.isMean = isMean;
    }

    @Override
    public int add(Slots from, int index) {
        count++;
        if (isWhole) {
            long value = from.getLong(index);
            long next = whole + value;
            overflowed |= ((whole ^ next) & (value ^ next)) < 0;
            whole = next;
        } else {
            add(from.getDouble(index));
        }
        return 0;
    }

    private void add(double value) {
        double next = sum + value;
        rest += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    @Override
    public void tell(long subjects, Slots to, int index) {
        double total = isWhole ? whole : sum + rest;
        if (!protection.allows(count, subjects) || overflowed || !Double.isFinite(total)) {
            return;
        }
        if (isMean) {
            to.setDouble(index, total / count);
        } else if (isWhole) {
            to.setLong(index, whole);
        } else {
            to.setDouble(index, total);
        }
    }
}
