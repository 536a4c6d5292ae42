package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.shape.Slots;

/**
 * {@code quantile}: the middle of the step in which the q-th of the sorted values lies, by the nearest rank (R. J. Hyndman, Y. Fan: Sample
 * Quantiles in Statistical Packages, 1996, definition 1). It is nobody's own value: never further than half a step from the true quantile,
 * and absent unless enough subjects are on either side, its own step included.
 */
public final class Quantile implements Aggregate {
    private final Protection protection;
    private final Steps steps;
    private final double share;
    private final int[] counts;
    private long count;

    /**
     * Of nothing.
     *
     * @param protection what may be told
     * @param steps in which steps values are counted
     * @param share q, above 0 and below 1
     */
    public Quantile(Protection protection, Steps steps, double share) {
        this.protection = requireNonNull(protection, "protection is null");
        this.steps = requireNonNull(steps, "steps is null");
        this.share = share;
        this.counts = new int[steps.count()];
    }

    @Override
    public int add(Slots from, int index) {
        counts[steps.of(from, index)]++;
        count++;
        return 0;
    }

    @Override
    public void tell(long subjects, Slots to, int index) {
        if (!protection.allows(count, subjects)) {
            return;
        }
        long rank = Math.max(1, (long) Math.ceil(share * count));
        int step = 0;
        long upTo = counts[0];
        while (upTo < rank) {
            step++;
            upTo += counts[step];
        }
        long from = count - upTo + counts[step];
        if (protection.isCrowd(upTo) && protection.isCrowd(from)) {
            to.setDouble(index, steps.middle(step));
        }
    }

    @Override
    public int bytes() {
        return 80 + counts.length * Integer.BYTES;
    }
}
