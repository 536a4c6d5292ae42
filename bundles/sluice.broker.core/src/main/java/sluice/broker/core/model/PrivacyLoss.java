package sluice.broker.core.model;

import java.math.BigDecimal;

/**
 * How much one release, or several together, may tell about one subject: differential privacy's epsilon and delta, in whole numbers so that
 * sums are exact. Losses of several releases add up: C. Dwork, A. Roth: The Algorithmic Foundations of Differential Privacy (2014), theorem
 * 3.16.
 *
 * @param epsilonMillionths epsilon times a million, 0 or more
 * @param deltaTrillionths delta times 10^12, 0 or more
 */
public record PrivacyLoss(long epsilonMillionths, long deltaTrillionths) {
    /** Nothing told. */
    public static final PrivacyLoss NONE = new PrivacyLoss(0, 0);

    private static final int EPSILON_PLACES = 6;
    private static final int DELTA_PLACES = 12;

    public PrivacyLoss {
        if (epsilonMillionths < 0 || deltaTrillionths < 0) {
            throw new IllegalArgumentException(
                    "a loss is not negative, got " + epsilonMillionths + " and " + deltaTrillionths);
        }
    }

    /**
     * A loss as it is written.
     *
     * @param epsilon at most six decimal places, for example {@code 0.5}
     * @param delta at most twelve decimal places, for example {@code 0.000001}
     * @return the loss
     * @throws ArithmeticException if there are more places, or it is too large
     */
    public static PrivacyLoss of(String epsilon, String delta) {
        return new PrivacyLoss(scaled(epsilon, EPSILON_PLACES), scaled(delta, DELTA_PLACES));
    }

    private static long scaled(String number, int places) {
        return new BigDecimal(number).movePointRight(places).longValueExact();
    }

    /**
     * Both together.
     *
     * @param other another loss
     * @return the sum; at most {@link Long#MAX_VALUE}
     */
    public PrivacyLoss plus(PrivacyLoss other) {
        return new PrivacyLoss(
                sum(epsilonMillionths, other.epsilonMillionths), sum(deltaTrillionths, other.deltaTrillionths));
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /**
     * Whether it stays within another.
     *
     * @param allowance what is allowed
     * @return true if neither part exceeds the allowance's
     */
    public boolean isWithin(PrivacyLoss allowance) {
        return epsilonMillionths <= allowance.epsilonMillionths && deltaTrillionths <= allowance.deltaTrillionths;
    }

    /**
     * Epsilon as a number, for texts and for what need not be exact.
     *
     * @return 0 or more
     */
    public double epsilon() {
        return epsilonMillionths / 1e6;
    }

    /**
     * Delta as a number, for texts and for what need not be exact.
     *
     * @return 0 or more
     */
    public double delta() {
        return deltaTrillionths / 1e12;
    }

    @Override
    public String toString() {
        return "epsilon "
                + BigDecimal.valueOf(epsilonMillionths, EPSILON_PLACES).toPlainString() + ", delta "
                + BigDecimal.valueOf(deltaTrillionths, DELTA_PLACES).toPlainString();
    }
}
