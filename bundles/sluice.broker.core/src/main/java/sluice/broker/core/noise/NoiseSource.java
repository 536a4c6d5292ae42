package sluice.broker.core.noise;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.LongSupplier;

/**
 * Draws discrete Laplace and discrete Gaussian noise, exactly: C. Canonne, G. Kamath, T. Steinke: The Discrete Gaussian for Differential
 * Privacy (NeurIPS 2020, arXiv:2004.00010v5), algorithms 2 and 3. Time depends on what is drawn, which a recipient that sees when a window
 * was told might measure: windows are told by the clock, not as soon as they can be. Safe for several threads if its bits are.
 */
public final class NoiseSource {
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final ExactCoin coin;

    /**
     * Noise from a source of bits.
     *
     * @param bits 64 even bits each, which nobody can foresee; safe for several threads
     */
    public NoiseSource(LongSupplier bits) {
        this.coin = new ExactCoin(bits);
    }

    /**
     * Noise that nobody can foresee.
     *
     * @return from the JDK's {@link SecureRandom}
     */
    public static NoiseSource unforeseeable() {
        return new NoiseSource(new SecureRandom()::nextLong);
    }

    /** Whole numbers x with probability proportional to e^(-|x| / scale); algorithm 2. */
    long laplace(Ratio scale) {
        BigInteger t = scale.numerator();
        while (true) {
            BigInteger u = coin.below(t);
            if (!coin.exponential(new Ratio(u, t))) {
                continue;
            }
            BigInteger x = u.add(t.multiply(BigInteger.valueOf(coin.geometric())));
            BigInteger y = x.divide(scale.denominator());
            boolean isNegative = coin.even();
            if (!isNegative || y.signum() != 0) {
                long size = y.min(GREATEST).longValue();
                return isNegative ? -size : size;
            }
        }
    }

    /** Whole numbers x with probability proportional to e^(-x² / (2 variance)); algorithm 3. */
    long gaussian(Ratio variance) {
        BigInteger p = variance.numerator();
        BigInteger q = variance.denominator();
        BigInteger t = p.divide(q).sqrt().add(ONE);
        Ratio scale = new Ratio(t, ONE);
        BigInteger below = p.multiply(q).multiply(t).multiply(t).shiftLeft(1);
        while (true) {
            long y = laplace(scale);
            // (|y| - variance / t)² / (2 variance), over one denominator
            BigInteger difference =
                    BigInteger.valueOf(y).abs().multiply(t).multiply(q).subtract(p);
            if (coin.exponential(new Ratio(difference.multiply(difference), below))) {
                return y;
            }
        }
    }
}
