package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import sluice.broker.core.shape.Slots;

/**
 * {@code histogram}: how many subjects lie in each step, told as a list of whole numbers. A step with too few is told as 0, like one with
 * nobody; and with it, if need be, another one, so that the group's total gives neither away ({@link Complement}).
 */
public final class Bars implements Aggregate {
    private final Protection protection;
    private final Steps steps;
    private final RandomGenerator random;
    private final int[] counts;
    private long count;

    /**
     * Of nothing.
     *
     * @param protection what may be told
     * @param steps in which steps values are counted
     * @param random chooses what is hidden besides
     */
    public Bars(Protection protection, Steps steps, RandomGenerator random) {
        this.protection = requireNonNull(protection, "protection is null");
        this.steps = requireNonNull(steps, "steps is null");
        this.random = requireNonNull(random, "random is null");
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
        boolean[] hidden = hidden();
        List<Long> told = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            told.add(hidden[i] ? 0L : counts[i]);
        }
        to.setObject(index, List.copyOf(told));
    }

    private boolean[] hidden() {
        boolean[] hidden = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            hidden[i] = counts[i] > 0 && !protection.isCrowd(counts[i]);
        }
        Complement.ofLine(counts, hidden, protection.atLeast(), random);
        return hidden;
    }

    @Override
    public int bytes() {
        return 80 + counts.length * Integer.BYTES;
    }
}
