package sluice.broker.core.noise;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.function.LongSupplier;

/**
 * Coins whose odds are exact: whole numbers and comparisons only, no floating point whose last bits would tell of the number that they were
 * added to (I. Mironov, CCS 2012). C. Canonne, G. Kamath, T. Steinke: The Discrete Gaussian for Differential Privacy (NeurIPS 2020,
 * arXiv:2004.00010v5), section 5.
 */
final class ExactCoin {
    private final LongSupplier bits;

    /**
     * Coins from a source of bits.
     *
     * @param bits 64 even bits each
     */
    ExactCoin(LongSupplier bits) {
        this.bits = bits;
    }

    boolean even() {
        return bits.getAsLong() < 0;
    }

    /** A number from 0 to the bound (excluded), each as likely: by rejection, with as many bits as the greatest of them has. */
    BigInteger below(BigInteger bound) {
        int length = bound.subtract(ONE).bitLength();
        BigInteger number;
        do {
            number = number(length);
        } while (number.compareTo(bound) >= 0);
        return number;
    }

    private BigInteger number(int length) {
        BigInteger number = ZERO;
        for (int left = length; left > 0; left -= Long.SIZE - 1) {
            int taken = Math.min(left, Long.SIZE - 1);
            number = number.shiftLeft(taken).or(BigInteger.valueOf(bits.getAsLong() >>> (Long.SIZE - taken)));
        }
        return number;
    }

    /** True with probability e^-x: algorithm 1. */
    boolean exponential(Ratio x) {
        BigInteger[] parts = x.numerator().divideAndRemainder(x.denominator());
        for (BigInteger whole = parts[0]; whole.signum() > 0; whole = whole.subtract(ONE)) {
            if (!exponentialOfPart(ONE, ONE)) {
                return false;
            }
        }
        return exponentialOfPart(parts[1], x.denominator());
    }

    /** True with probability e^-(n/d) for n/d of 0 to 1: odd lengths of runs of coins with odds n/d, n/2d, n/3d... */
    private boolean exponentialOfPart(BigInteger n, BigInteger d) {
        int k = 1;
        while (below(d.multiply(BigInteger.valueOf(k))).compareTo(n) < 0) {
            k++;
        }
        return k % 2 == 1;
    }

    /** How many coins of e^-1 come up before one does not. */
    long geometric() {
        long ones = 0;
        while (exponentialOfPart(ONE, ONE)) {
            ones++;
        }
        return ones;
    }
}
