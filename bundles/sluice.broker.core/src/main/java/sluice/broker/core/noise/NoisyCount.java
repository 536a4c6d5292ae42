package sluice.broker.core.noise;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A count with noise.
 *
 * @param source where noise comes from
 * @param mechanism which noise, at what cost
 * @param mostPerSubject by how much one subject can change the count, over all groups of one release; 1 or more
 */
public record NoisyCount(NoiseSource source, Mechanism mechanism, int mostPerSubject) {
    public NoisyCount {
        requireNonNull(source, "source is null");
        requireNonNull(mechanism, "mechanism is null");
        if (mostPerSubject < 1) {
            throw new IllegalArgumentException("a subject counts at least once, got " + mostPerSubject);
        }
    }

    /**
     * Pays, then draws.
     *
     * @param exact the count
     * @param purse pays
     * @param observed an instant of what is counted, such as the window's start
     * @return the count with noise, or a refusal
     */
    public Told release(long exact, Purse purse, Instant observed) {
        return purse.pay(observed, mechanism.loss())
                ? new Told.Number(mechanism.noisy(exact, mostPerSubject, source))
                : Told.REFUSED;
    }

    /**
     * Pays once for counts of several groups, then draws for each. What one subject can change over all groups is {@link #mostPerSubject}.
     *
     * @param exact the counts
     * @param purse pays
     * @param observed an instant of what is counted
     * @return in the same order; every one refused, or none
     */
    public Told[] release(long[] exact, Purse purse, Instant observed) {
        Told[] told = new Told[exact.length];
        boolean isPaid = purse.pay(observed, mechanism.loss());
        for (int i = 0; i < told.length; i++) {
            told[i] = isPaid ? new Told.Number(mechanism.noisy(exact[i], mostPerSubject, source)) : Told.REFUSED;
        }
        return told;
    }
}
