package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.shape.Slots;

/** {@code count}: of how many subjects a value was there. */
public final class Counting implements Aggregate {
    private final Protection protection;
    private long count;

    /**
     * Zero.
     *
     * @param protection what may be told
     */
    public Counting(Protection protection) {
        this.protection = requireNonNull(protection, "protection is null");
    }

    @Override
    public int add(Slots from, int index) {
        count++;
        return 0;
    }

    @Override
    public void tell(long subjects, Slots to, int index) {
        if (protection.allows(count, subjects)) {
            to.setLong(index, count);
        }
    }
}
