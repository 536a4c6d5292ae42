package sluice.broker.core.plan.operator.number;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.broker.core.model.Argument;

/**
 * A grid of numbers, a step apart. Steps like 0.05 have no exact binary value; where 1/step is whole, the grid is computed by it, so that
 * its values are the doubles nearest to the decimal ones.
 */
final class Grid {
    /** A number this little below a grid line, in steps, lies on it: what is left of decimal input in binary. */
    private static final double SLACK = 1e-9;

    /** From so many steps on, neighbouring doubles lie further apart than lines of the grid: a value is its own nearest line. */
    private static final double FINEST = 0x1p52;

    private final double step;
    private final double inverse;

    private Grid(double step) {
        this.step = step;
        double reciprocal = Math.rint(1 / step);
        this.inverse = reciprocal >= 1 && Math.abs(reciprocal * step - 1) < SLACK ? reciprocal : 0;
    }

    static Optional<Grid> parse(Argument argument) {
        return argument.number()
                .map(BigDecimal::doubleValue)
                .filter(step -> step > 0)
                .map(Grid::new);
    }

    double step() {
        return step;
    }

    boolean isWhole() {
        return step == Math.rint(step) && step <= Long.MAX_VALUE / 2;
    }

    /** The nearest line of the grid; halves go to the even one. */
    double nearest(double value) {
        double steps = steps(value);
        return Math.abs(steps) < FINEST ? line(Math.rint(steps)) : value;
    }

    /** The line of the grid at or below. */
    double below(double value) {
        double steps = steps(value);
        return Math.abs(steps) < FINEST ? line(Math.floor(steps + SLACK + 2 * Math.ulp(steps))) : value;
    }

    /** The line of the grid at or below, for whole steps. */
    long below(long value) {
        long whole = (long) step;
        long rest = Math.floorMod(value, whole);
        return value < Long.MIN_VALUE + rest ? Long.MIN_VALUE : value - rest;
    }

    /** The nearest line of the grid, for whole steps; halves go up. Above the highest line of all, that one. */
    long nearest(long value) {
        long rest = Math.floorMod(value, (long) step);
        long toNext = (long) step - rest;
        return rest >= toNext && value <= Long.MAX_VALUE - toNext ? value + toNext : below(value);
    }

    private double steps(double value) {
        return inverse == 0 ? value / step : value * inverse;
    }

    /** Always finite; never -0.0, which would tell the sign of what was rounded away. */
    private double line(double number) {
        double line = inverse == 0 ? number * step : number / inverse;
        return Math.abs(line) <= Double.MAX_VALUE ? line + 0.0 : Math.copySign(Double.MAX_VALUE, line);
    }
}
