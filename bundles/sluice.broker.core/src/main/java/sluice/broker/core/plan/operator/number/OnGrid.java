package sluice.broker.core.plan.operator.number;

import java.math.BigDecimal;
import java.util.List;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * Numbers moved onto a grid; an indirect identifier whose step is coarse enough becomes de-identified. Long (whole steps only) and double.
 *
 * <ul>
 *   <li>{@code round: step}, the nearest multiple of the step: |result - value| &lt;= step / 2. ISO/IEC 20889 rounding.
 *   <li>{@code bucket: width}, the lower edge of the bucket [k width, (k + 1) width) that holds the value. ISO/IEC 20889 generalisation.
 * </ul>
 */
final class OnGrid implements OperatorKind {
    private final String name;
    private final boolean isNearest;

    private OnGrid(String name, boolean isNearest) {
        this.name = name;
        this.isNearest = isNearest;
    }

    static OnGrid round() {
        return new OnGrid("round", true);
    }

    static OnGrid bucket() {
        return new OnGrid("bucket", false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DEIDENTIFICATION, ValueType.LONG, ValueType.DOUBLE);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                Grid.parse(argument).map(grid -> value -> fit(value, grid)),
                "`" + name + "` takes a positive number",
                argument);
    }

    /** The step from which on the catalogue calls the field de-identified. */
    @Override
    public List<Argument> remedies(Value value) {
        double step = value.field().coarse().step();
        return Double.isFinite(step)
                ? List.of(Argument.of(
                        BigDecimal.valueOf(step).stripTrailingZeros().toPlainString()))
                : List.of();
    }

    private Fit fit(Value value, Grid grid) {
        if (value.type() == ValueType.DOUBLE) {
            return fits(value, grid, new OnDoubles(grid, isNearest));
        }
        if (value.type() == ValueType.LONG && grid.isWhole()) {
            return fits(value, grid, new OnLongs(grid, isNearest));
        }
        return new Fit.Unfit("`" + name + "` takes a double, or a long with a whole step, got " + value.type());
    }

    private static Fit fits(Value value, Grid grid, Operator operator) {
        return new Fit.Fits(value.type(), value.generalisedTo(grid.step()), operator);
    }
}
