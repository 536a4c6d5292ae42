package sluice.broker.core.noise;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A mean of clamped contributions, with noise: the middle of the bounds, plus a noisy sum of the distances to it over a noisy count, each for
 * half of the cost. N. Li, M. Lyu, D. Su, W. Yang: Differential Privacy: From Theory to Practice (2016), algorithm 2.4. The middle
 * makes the noise half of what the bounds would ask for; with few contributions the mean goes to it.
 *
 * @param source where noise comes from
 * @param mechanism which noise, at the cost of both together
 * @param clamp bounds of one contribution
 * @param mostPerSubject how many contributions of one subject are in it at most; 1 or more
 */
public record NoisyMean(NoiseSource source, Mechanism mechanism, Clamp clamp, int mostPerSubject) {
    public NoisyMean {
        requireNonNull(source, "source is null");
        requireNonNull(mechanism, "mechanism is null");
        requireNonNull(clamp, "clamp is null");
        if (mostPerSubject < 1) {
            throw new IllegalArgumentException("a subject contributes at least once, got " + mostPerSubject);
        }
    }

    /**
     * Pays for both, then draws.
     *
     * @param grains the exact sum of {@link Clamp#grains} of each contribution
     * @param count how many contributions
     * @param purse pays
     * @param observed an instant of what is averaged, such as the window's start
     * @return the mean with noise in the field's unit, within the bounds; or a refusal
     */
    public Told release(long grains, long count, Purse purse, Instant observed) {
        if (!purse.pay(observed, mechanism.loss())) {
            return Told.REFUSED;
        }
        Mechanism half = mechanism.share(2);
        // In halves of a grain, so that the middle is a whole number.
        long twiceMiddle = clamp.least() + clamp.most();
        long distances = Math.subtractExact(Math.multiplyExact(2, grains), Math.multiplyExact(twiceMiddle, count));
        long reach = Math.max(1, clamp.most() - clamp.least());
        long noisyDistances = half.noisy(distances, Math.multiplyExact(reach, mostPerSubject), source);
        long noisyCount = Math.max(1, half.noisy(count, mostPerSubject, source));
        double mean = (twiceMiddle + (double) noisyDistances / noisyCount) / 2;
        return new Told.Number(Math.max(clamp.least(), Math.min(clamp.most(), mean)) * clamp.grain());
    }
}
