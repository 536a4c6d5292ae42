package sluice.broker.core.plan.operator.place;

/**
 * The lower real branch of Lambert's W: the w at most -1 with w e^w = x. R. M. Corless, G. H. Gonnet, D. E. G. Hare, D. J. Jeffrey, D. E.
 * Knuth: On the Lambert W function, Advances in Computational Mathematics 5 (1996).
 */
final class LambertW {
    private static final double BRANCH_POINT = -1 / Math.E;
    private static final double NEAR_BRANCH_POINT = -0.27;
    private static final int MOST_STEPS = 30;

    private LambertW() {}

    /**
     * W_-1.
     *
     * @param x from -1/e to 0, without 0
     * @return -1 to negative infinity; NaN outside
     */
    static double minusOne(double x) {
        if (!(x >= BRANCH_POINT && x < 0)) {
            return Double.NaN;
        }
        double w = guess(x);
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = step(w, x);
            w = Math.min(-1, w - step);
            if (!(Math.abs(step) > 2 * Math.ulp(w))) {
                break;
            }
        }
        return w;
    }

    /** The paper's series at the branch point near it, and the first terms of its asymptotic one elsewhere. */
    private static double guess(double x) {
        if (x < NEAR_BRANCH_POINT) {
            double p = -Math.sqrt(Math.max(0, 2 * (1 + Math.E * x)));
            return -1 + p * (1 + p * (-1.0 / 3 + p * (11.0 / 72)));
        }
        double l1 = Math.log(-x);
        double l2 = Math.log(-l1);
        return l1 - l2 + l2 / l1;
    }

    /** Newton's step for w + ln(-w) = ln(-x), whose solutions are those of w e^w = x; no step at the branch point. */
    private static double step(double w, double x) {
        double slope = 1 + 1 / w;
        return slope == 0 ? 0 : (w + Math.log(-w) - Math.log(-x)) / slope;
    }
}
