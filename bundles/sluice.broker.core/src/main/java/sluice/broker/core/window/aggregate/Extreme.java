package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.shape.Slots;

/** {@code min} and {@code max} of numbers: somebody's own value, so that it keeps that value's label. */
public final class Extreme implements Aggregate {
    private final Protection protection;
    private final boolean isWhole;
    private final boolean isGreatest;
    private final Slots best = new Slots(1);
    private long count;

    /**
     * Of nothing.
     *
     * @param protection what may be told
     * @param isWhole whether values are whole numbers
     * @param isGreatest true for the greatest, false for the least
     */
    public Extreme(Protection protection, boolean isWhole, boolean isGreatest) {
        this.protection = requireNonNull(protection, "protection is null");
        this.isWhole = isWhole;
        this.isGreatest = isGreatest;
    }

    @Override
    public int add(Slots from, int index) {
        if (count == 0 || (isGreatest ? compare(from, index) > 0 : compare(from, index) < 0)) {
            best.copy(from, index, 0);
        }
        count++;
        return 0;
    }

    private int compare(Slots from, int index) {
        return isWhole
                ? Long.compare(from.getLong(index), best.getLong(0))
                : Double.compare(from.getDouble(index), best.getDouble(0));
    }

    @Override
    public void tell(long subjects, Slots to, int index) {
        if (protection.allows(count, subjects)) {
            to.copy(best, 0, index);
        }
    }

    @Override
    public int bytes() {
        return 160;
    }
}
