package sluice.broker.core.noise;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A sum of clamped contributions, with noise.
 *
 * @param source where noise comes from
 * @param mechanism which noise, at what cost
 * @param clamp bounds of one contribution
 * @param mostPerSubject how many contributions of one subject are in the sum at most; 1 or more
 */
public record NoisySum(NoiseSource source, Mechanism mechanism, Clamp clamp, int mostPerSubject) {
    public NoisySum {
        requireNonNull(source, "source is null");
        requireNonNull(mechanism, "mechanism is null");
        requireNonNull(clamp, "clamp is null");
        if (mostPerSubject < 1) {
            throw new IllegalArgumentException("a subject contributes at least once, got " + mostPerSubject);
        }
    }

    /**
     * Pays, then draws.
     *
     * @param grains the exact sum of {@link Clamp#grains} of each contribution
     * @param purse pays
     * @param observed an instant of what is summed, such as the window's start
     * @return the sum with noise in the field's unit, or a refusal
     */
    public Told release(long grains, Purse purse, Instant observed) {
        if (!purse.pay(observed, mechanism.loss())) {
            return Told.REFUSED;
        }
        long sensitivity = Math.multiplyExact(clamp.reach(), mostPerSubject);
        return new Told.Number(mechanism.noisy(grains, sensitivity, source) * clamp.grain());
    }
}
