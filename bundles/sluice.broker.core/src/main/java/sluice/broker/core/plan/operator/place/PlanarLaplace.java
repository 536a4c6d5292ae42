package sluice.broker.core.plan.operator.place;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.function.DoubleSupplier;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.map.Earth;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.driver.spi.Point;

/**
 * {@code planar-laplace: epsilon}: the point moved by random noise, so that two places d metres apart give any result with probabilities that
 * differ by a factor of at most e^(epsilon d): geo-indistinguishability. Epsilon per metre, 0.0001 to 1; the mean distance is 2 / epsilon.
 *
 * <p>M. E. Andrés, N. E. Bordenabe, K. Chatzikokolakis, C. Palamidessi: Geo-indistinguishability, CCS 2013, section 4: a direction uniform in
 * [0, 2 pi), and a distance by the inverse of C(r) = 1 - (1 + epsilon r) e^(-epsilon r), which is r = -(W_-1((p - 1) / e) + 1) / epsilon for p
 * uniform in [0, 1). The distance is gone along a great circle, so that no result lies off the earth. The result is told to 0.00001 degrees,
 * about a metre: the last bits of a sum of floating-point numbers would give away the place (I. Mironov, CCS 2012; the paper has a grid for the same reason). On a
 * sphere the factor is exact only as far as the city may be taken as flat.
 *
 * <p>Label: stays. Each record costs epsilon anew, and the mean of many records of one place is the place; a budget needs a memory, which this
 * operator has not. To de-identify, put {@code cell} before it. ISO/IEC 20889 randomisation, noise addition.
 */
final class PlanarLaplace implements OperatorKind {
    private static final double LEAST = 0.0001;
    private static final double MOST = 1;
    private static final double PLACES = 100_000;

    private final DoubleSupplier uniform;

    /**
     * The operator with its randomness.
     *
     * @param uniform numbers from 0 to 1 (excluded), which nobody can foresee; safe for several threads
     */
    PlanarLaplace(DoubleSupplier uniform) {
        this.uniform = uniform;
    }

    @Override
    public String name() {
        return "planar-laplace";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DEIDENTIFICATION, ValueType.POINT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                argument.number()
                        .map(BigDecimal::doubleValue)
                        .filter(epsilon -> epsilon >= LEAST && epsilon <= MOST)
                        .map(epsilon -> value -> fit(value, epsilon)),
                "`planar-laplace` takes epsilon per metre, 0.0001 to 1",
                argument);
    }

    /** The distance that is not exceeded with probability p, metres. */
    static double distance(double p, double epsilon) {
        return -(LambertW.minusOne((p - 1) / Math.E) + 1) / epsilon;
    }

    private Fit fit(Value value, double epsilon) {
        return value.type() == ValueType.POINT
                ? new Fit.Fits(
                        ValueType.POINT,
                        value.label(),
                        (from, i, to, j) -> to.setObject(j, moved((Point) requireNonNull(from.getObject(i)), epsilon)))
                : new Fit.Unfit("`planar-laplace` takes a point, got " + value.type());
    }

    private Point moved(Point point, double epsilon) {
        double bearing = 2 * Math.PI * uniform.getAsDouble();
        double angle = distance(uniform.getAsDouble(), epsilon) / Earth.RADIUS_METRES;
        double latitude = Math.toRadians(point.latitude());
        double sine = Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(bearing);
        double east = Math.atan2(
                Math.sin(bearing) * Math.sin(angle) * Math.cos(latitude), Math.cos(angle) - Math.sin(latitude) * sine);
        return new Point(
                told(Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sine))))),
                told(Earth.wrap(point.longitude() + Math.toDegrees(east))));
    }

    private static double told(double degrees) {
        return Math.rint(degrees * PLACES) / PLACES + 0.0;
    }
}
