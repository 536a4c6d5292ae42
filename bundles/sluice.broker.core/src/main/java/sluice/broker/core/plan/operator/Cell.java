package sluice.broker.core.plan.operator;

import java.util.Objects;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/**
 * {@code cell: metres}: the centre of the grid cell that holds the point. The earth is cut into a whole number of equal rows, and each row
 * into a whole number of equal cells, at least {@code metres} high and, along the row's middle, at least {@code metres} wide: cells do not
 * shrink towards the poles.
 * Points; an indirect identifier whose cell is coarse enough becomes de-identified. DPV: {@code dpv:DataMinimisation}; ISO/IEC 20889
 * generalisation. One degree of latitude is taken as 111,320 m (a sphere of 6,378,137 m), which is within 0.6 % on WGS 84.
 */
final class Cell implements OperatorKind {
    private static final double METRES_PER_DEGREE = Math.toRadians(6_378_137.0);

    @Override
    public String name() {
        return "cell";
    }

    @Override
    public Fit fit(Value value, String argument) {
        double metres = Grid.parse(argument).map(Grid::step).orElse(Double.NaN);
        if (!(metres >= 1 && metres <= 1_000_000)) {
            return new Fit.Unfit("`cell` takes 1 to 1000000 metres, got `" + argument + "`");
        }
        if (value.type() != ValueType.POINT) {
            return new Fit.Unfit("`cell` takes a point, got " + value.type());
        }
        return new Fit.Fits(
                ValueType.POINT, value.generalisedTo(metres), (from, i, to, j) -> snap(from, i, to, j, metres));
    }

    private static void snap(Slots from, int i, Slots to, int j, double metres) {
        to.setObject(j, centre((Point) Objects.requireNonNull(from.getObject(i)), metres));
    }

    static Point centre(Point point, double metres) {
        double rowHeight = metres / METRES_PER_DEGREE;
        double latitude = middle(point.latitude() + 90, 180, rowHeight) - 90;
        double columnWidth = rowHeight / Math.cos(Math.toRadians(latitude));
        return new Point(latitude, middle(point.longitude() + 180, 360, columnWidth) - 180);
    }

    /** The whole is cut into equal parts of at least the size: the middle of the part that holds the position. */
    private static double middle(double position, double whole, double size) {
        double parts = Math.max(1, Math.floor(whole / size));
        double part = Math.min(parts - 1, Math.floor(position / whole * parts));
        return (part + 0.5) * whole / parts;
    }
}
