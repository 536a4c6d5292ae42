package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.Slots;

/** {@code distinct}: how many different values there are; exact up to {@link #EXACT} of them, then an estimate ({@link HyperLogLog}). */
public final class Distinct implements Aggregate {
    /** Up to so many different values the number is exact. */
    public static final int EXACT = 256;

    private static final int BYTES_A_VALUE = 64;

    private final Protection protection;
    private final Digests digests;
    private final ValueType type;
    private final Set<Long> exact = new HashSet<>();
    private @Nullable HyperLogLog sketch;
    private long count;

    /**
     * Of nothing.
     *
     * @param protection what may be told
     * @param digests of values
     * @param type type of the values
     */
    public Distinct(Protection protection, Digests digests, ValueType type) {
        this.protection = requireNonNull(protection, "protection is null");
        this.digests = requireNonNull(digests, "digests is null");
        this.type = requireNonNull(type, "type is null");
    }

    @Override
    public int add(Slots from, int index) {
        count++;
        return add(digests.of(from, index, type));
    }

    private int add(long digest) {
        if (sketch != null) {
            sketch.add(digest);
            return 0;
        }
        boolean isNew = exact.add(digest);
        return exact.size() > EXACT ? begin() : isNew ? BYTES_A_VALUE : 0;
    }

    /** Memory that was counted for the exact values stays counted; it is more than the sketch needs. */
    private int begin() {
        HyperLogLog next = new HyperLogLog();
        exact.forEach(next::add);
        exact.clear();
        sketch = next;
        return 0;
    }

    @Override
    public void tell(long subjects, Slots to, int index) {
        if (protection.allows(count, subjects)) {
            to.setLong(index, sketch == null ? exact.size() : sketch.estimate());
        }
    }
}
