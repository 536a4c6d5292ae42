package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.noise.Clamp;
import sluice.broker.core.noise.Mechanism;
import sluice.broker.core.noise.NoiseSource;
import sluice.broker.core.shape.Slots;

/**
 * {@code sum} and {@code mean} with noise, of values within the catalogue's range. A mean is the middle of the range plus a noisy sum of distances to it
 * over a noisy count, each for half of the cost (N. Li, M. Lyu, D. Su, W. Yang: Differential Privacy: From Theory to Practice, 2016, algorithm
 * 2.4).
 */
public final class NoisySumming implements Aggregate {
    private final Protection protection;
    private final Noise noise;
    private final boolean isWhole;
    private final boolean isMean;
    private long count;
    private long grains;

    /**
     * Which noise.
     *
     * @param mechanism what is added
     * @param clamp bounds of one value, in grains
     * @param source where it comes from
     */
    public record Noise(Mechanism mechanism, Clamp clamp, NoiseSource source) {
        public Noise {
            requireNonNull(mechanism, "mechanism is null");
            requireNonNull(clamp, "clamp is null");
            requireNonNull(source, "source is null");
        }
    }

    /**
     * Zero.
     *
     * @param protection what may be told
     * @param noise which noise
     * @param isWhole whether values are whole numbers
     * @param isMean whether the mean is told, always a double
     */
    public NoisySumming(Protection protection, Noise noise, boolean isWhole, boolean isMean) {
        this.protection = requireNonNull(protection, "protection is null");
        this.noise = requireNonNull(noise, "noise is null");
        this.isWhole = isWhole;
        this.isMean = isMean;
    }

    @Override
    public int add(Slots from, int index) {
        count++;
        grains += noise.clamp.grains(isWhole ? from.getLong(index) : from.getDouble(index));
        return 0;
    }

    @Override
    public void tell(long subjects, Slots to, int index) {
        if (!protection.allows(count, subjects)) {
            return;
        }
        if (isMean) {
            to.setDouble(index, mean());
        } else if (isWhole) {
            to.setLong(index, sum());
        } else {
            to.setDouble(index, sum() * noise.clamp.grain());
        }
    }

    private long sum() {
        long reach = Math.max(1, Math.max(Math.abs(noise.clamp.least()), Math.abs(noise.clamp.most())));
        return noise.mechanism.noisy(grains, reach * protection.groupsPerSubject(), noise.source);
    }

    private double mean() {
        Mechanism half = noise.mechanism.share(2);
        // in halves of a grain, so that the middle is a whole number
        long twiceMiddle = noise.clamp.least() + noise.clamp.most();
        long reach = Math.max(1, noise.clamp.most() - noise.clamp.least());
        int groups = protection.groupsPerSubject();
        long distances = half.noisy(2 * grains - twiceMiddle * count, reach * groups, noise.source);
        long noisyCount = Math.max(1, half.noisy(count, groups, noise.source));
        double mean = (twiceMiddle + (double) distances / noisyCount) / 2;
        double bounded = Math.max(noise.clamp.least(), Math.min(noise.clamp.most(), mean));
        return bounded * noise.clamp.grain();
    }
}
