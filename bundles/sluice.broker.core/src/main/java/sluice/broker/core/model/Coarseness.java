package sluice.broker.core.model;

/**
 * From which coarseness on the city regards a generalised value of an indirect identifier as de-identified. The catalogue says so for each
 * field, because no operator can know it: a quarter of an hour hides a car in a city and not on a farm lane.
 *
 * @param step seconds for an instant or a duration, metres for a point, the field's own unit for a number, how many values are told as one
 *     for a text; positive infinity: never
 */
public record Coarseness(double step) {
    /** No coarseness is enough. */
    public static final Coarseness NEVER = new Coarseness(Double.POSITIVE_INFINITY);

    public Coarseness {
        if (!(step > 0)) {
            throw new IllegalArgumentException("a coarseness must be positive, got " + step);
        }
    }

    /**
     * Whether values generalised to some step are coarse enough.
     *
     * @param appliedStep in the same unit as {@link #step}; positive infinity if all values become one
     * @return true if at least as coarse; where no coarseness is enough, never
     */
    public boolean isMetBy(double appliedStep) {
        return step < Double.POSITIVE_INFINITY && appliedStep >= step;
    }
}
