package sluice.broker.core.noise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import sluice.broker.core.model.PrivacyLoss;

/** Which noise a whole number gets, and what the release costs. Neighbours are data sets that differ by one subject, there or not. */
public sealed interface Mechanism {
    /**
     * What one release costs.
     *
     * @return its loss
     */
    PrivacyLoss loss();

    /**
     * A number with noise.
     *
     * @param exact the number
     * @param sensitivity most by which one subject can change it, 1 or more
     * @param source where noise comes from
     * @return the number told; stays within a long
     */
    default long noisy(long exact, long sensitivity, NoiseSource source) {
        if (sensitivity < 1) {
            throw new IllegalArgumentException("a sensitivity is 1 or more, got " + sensitivity);
        }
        return BigInteger.valueOf(exact)
                .add(BigInteger.valueOf(draw(sensitivity, source)))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    /**
     * Noise alone.
     *
     * @param sensitivity 1 or more
     * @param source where noise comes from
     * @return what is added
     */
    long draw(long sensitivity, NoiseSource source);

    /**
     * The same noise at a part of the cost.
     *
     * @param parts how many parts the loss is cut into, 2 or more
     * @return a mechanism whose loss is at most that part
     */
    Mechanism share(int parts);

    /**
     * Discrete Laplace noise of scale sensitivity / epsilon: pure epsilon. A. Ghosh, T. Roughgarden, M. Sundararajan: Universally Utility-
     * Maximizing Privacy Mechanisms (STOC 2009).
     *
     * @param loss epsilon above 0, no delta
     */
    record Laplace(PrivacyLoss loss) implements Mechanism {
        private static final long MILLION = 1_000_000;

        public Laplace {
            if (loss.epsilonMillionths() == 0 || loss.deltaTrillionths() != 0) {
                throw new IllegalArgumentException("Laplace noise takes an epsilon and no delta, got " + loss);
            }
        }

        @Override
        public long draw(long sensitivity, NoiseSource source) {
            return source.laplace(new Ratio(
                    BigInteger.valueOf(sensitivity).multiply(BigInteger.valueOf(MILLION)),
                    BigInteger.valueOf(loss.epsilonMillionths())));
        }

        @Override
        public Laplace share(int parts) {
            return new Laplace(new PrivacyLoss(loss.epsilonMillionths() / parts, 0));
        }
    }

    /**
     * Discrete Gaussian noise. Its variance is sensitivity² / (2 rho), where rho + 2 sqrt(rho ln(1 / delta)) = epsilon: it is rho-concentrated
     * (Canonne, Kamath, Steinke 2020, theorem 4), and that implies epsilon and delta (M. Bun, T. Steinke: Concentrated Differential Privacy,
     * TCC 2016, proposition 1.3). The variance is computed with doubles and rounded up by a millionth; the draw is exact.
     *
     * @param loss epsilon above 0, delta above 0 and below 1
     */
    record Gaussian(PrivacyLoss loss) implements Mechanism {
        private static final long TRILLION = 1_000_000_000_000L;
        private static final double SAFE = 1.000_001;
        private static final int PLACES = 6;

        public Gaussian {
            boolean hasDelta = loss.deltaTrillionths() > 0 && loss.deltaTrillionths() < TRILLION;
            if (loss.epsilonMillionths() == 0 || !hasDelta) {
                throw new IllegalArgumentException("Gaussian noise takes an epsilon and a delta below 1, got " + loss);
            }
        }

        /** Rho: see above, solved for its root. */
        double concentrated() {
            double log = -Math.log(loss.delta());
            double root = loss.epsilon() / (Math.sqrt(log + loss.epsilon()) + Math.sqrt(log));
            return root * root;
        }

        Ratio variance(long sensitivity) {
            BigDecimal square = BigDecimal.valueOf(sensitivity).pow(2);
            BigDecimal exact = square.multiply(new BigDecimal(SAFE / (2 * concentrated())));
            BigInteger millionths = exact.movePointRight(PLACES)
                    .setScale(0, RoundingMode.CEILING)
                    .toBigIntegerExact();
            return new Ratio(millionths, BigInteger.TEN.pow(PLACES));
        }

        @Override
        public long draw(long sensitivity, NoiseSource source) {
            return source.gaussian(variance(sensitivity));
        }

        @Override
        public Gaussian share(int parts) {
            return new Gaussian(new PrivacyLoss(loss.epsilonMillionths() / parts, loss.deltaTrillionths() / parts));
        }
    }
}
