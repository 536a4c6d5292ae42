package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.noise.Mechanism;
import sluice.broker.core.noise.NoiseSource;
import sluice.broker.core.shape.Slots;

/** {@code count} with noise; told as 0 where noise makes it negative. A subject changes the counts of all groups by the groups that it counts in. */
public final class NoisyCounting implements Aggregate {
    private final Protection protection;
    private final Mechanism mechanism;
    private final NoiseSource noise;
    private long count;

    /**
     * Zero.
     *
     * @param protection what may be told
     * @param mechanism which noise
     * @param noise where it comes from
     */
    public NoisyCounting(Protection protection, Mechanism mechanism, NoiseSource noise) {
        this.protection = requireNonNull(protection, "protection is null");
        this.mechanism = requireNonNull(mechanism, "mechanism is null");
        this.noise = requireNonNull(noise, "noise is null");
    }

    @Override
    public int add(Slots from, int index) {
        count++;
        return 0;
    }

    @Override
    public void tell(long subjects, Slots to, int index) {
        if (protection.allows(count, subjects)) {
            to.setLong(index, Math.max(0, mechanism.noisy(count, protection.groupsPerSubject(), noise)));
        }
    }
}
