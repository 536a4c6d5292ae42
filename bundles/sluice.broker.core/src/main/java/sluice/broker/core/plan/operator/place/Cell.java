package sluice.broker.core.plan.operator.place;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.map.Earth;
import sluice.broker.core.plan.operator.kind.Bulk;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Step;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/**
 * {@code cell: metres}: the centre of the grid cell that holds the point. The earth is cut into a whole number of equal rows, and each row
 * into a whole number of equal cells, at least {@code metres} high and, along the row's middle, at least {@code metres} wide: cells do not
 * shrink towards the poles.
 *
 * <p>Label: of a generalisation by the cell's size, in metres. ISO/IEC 20889 generalisation; distances as {@link Earth} has them.
 */
final class Cell implements OperatorKind {
    private static final double LEAST = 1;
    private static final double MOST = 1_000_000;

    @Override
    public String name() {
        return "cell";
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
                        .filter(metres -> metres >= LEAST && metres <= MOST)
                        .map(metres -> value -> fit(value, metres)),
                "`cell` takes 1 to 1000000 metres",
                argument);
    }

    /** The size from which on the catalogue calls the field de-identified. */
    @Override
    public List<Argument> remedies(Value value) {
        double metres = Math.max(LEAST, Math.ceil(value.field().coarse().step()));
        return metres <= MOST ? List.of(Argument.of(Long.toString((long) metres))) : List.of();
    }

    private static Fit fit(Value value, double metres) {
        return value.type() == ValueType.POINT
                ? new Fit.Fits(ValueType.POINT, value.generalisedTo(metres), new Rows(metres))
                : new Fit.Unfit("`cell` takes a point, got " + value.type());
    }

    static Point centre(Point point, double metres) {
        return new Rows(metres).centre(point);
    }

    /**
     * Rows of cells from pole to pole, each as high as the cells are wide.
     *
     * @param height degrees, at least
     * @param count how many there are
     */
    private record Rows(double height, double count) implements Bulk {
        Rows(double metres) {
            this(metres / Earth.METRES_PER_DEGREE, parts(180, metres / Earth.METRES_PER_DEGREE));
        }

        @Override
        public void apply(Slots from, int fromIndex, Slots to, int toIndex) {
            to.setObject(toIndex, centre((Point) requireNonNull(from.getObject(fromIndex))));
        }

        @Override
        public void applyAll(Step[] steps, Slots from, Slots to) {
            for (Step step : steps) {
                if (step.isPossible(from)) {
                    ((Rows) step.operator()).apply(from, step.source(), to, step.target());
                }
            }
        }

        Point centre(Point point) {
            double latitude = middle(point.latitude() + 90, 180, count) - 90;
            double columnWidth = height / Math.cos(Math.toRadians(latitude));
            return new Point(latitude, middle(point.longitude() + 180, 360, parts(360, columnWidth)) - 180);
        }
    }

    /** Into how many equal parts of at least the size the whole is cut. */
    private static double parts(double whole, double size) {
        return Math.max(1, Math.floor(whole / size));
    }

    /** The middle of the part that holds the position. */
    private static double middle(double position, double whole, double parts) {
        double part = Math.min(parts - 1, Math.floor(position / whole * parts));
        return (part + 0.5) * whole / parts;
    }
}
