package sluice.broker.core.plan.operator.number;

import java.math.BigDecimal;
import java.util.List;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code boolean: threshold}: whether the number is at least the threshold. Long and double; gives a boolean.
 *
 * <p>Label: of a generalisation whose step is the narrower of the two sides within the catalogue's range, min(threshold - least, greatest -
 * threshold). A threshold near an end tells the few beyond it from all others. ISO/IEC 20889 generalisation.
 */
final class Threshold implements OperatorKind {
    @Override
    public String name() {
        return "boolean";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DEIDENTIFICATION, ValueType.LONG, ValueType.DOUBLE);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                argument.number().map(BigDecimal::doubleValue).map(threshold -> value -> fit(value, threshold)),
                "`boolean` takes a threshold, a number",
                argument);
    }

    /** The middle of the range, where neither side is narrow. */
    @Override
    public List<Argument> remedies(Value value) {
        Limits limits = value.field().limits();
        double middle = limits.minimum() + (limits.maximum() - limits.minimum()) / 2;
        return Double.isFinite(middle)
                ? List.of(Argument.of(
                        BigDecimal.valueOf(middle).stripTrailingZeros().toPlainString()))
                : List.of();
    }

    private static Fit fit(Value value, double threshold) {
        Label label = value.splitAt(threshold);
        if (value.type() == ValueType.DOUBLE) {
            return new Fit.Fits(
                    ValueType.BOOLEAN, label, (from, i, to, j) -> to.setBoolean(j, from.getDouble(i) >= threshold));
        }
        if (value.type() == ValueType.LONG) {
            // for whole numbers "at least 2.5" is "at least 3"; the cast stops at the greatest long
            long least = (long) Math.ceil(threshold);
            boolean isNever = threshold >= 0x1p63;
            return new Fit.Fits(
                    ValueType.BOOLEAN,
                    label,
                    (from, i, to, j) -> to.setBoolean(j, !isNever && from.getLong(i) >= least));
        }
        return new Fit.Unfit("`boolean` takes a long or a double, got " + value.type());
    }
}
