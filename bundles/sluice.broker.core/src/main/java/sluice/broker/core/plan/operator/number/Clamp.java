package sluice.broker.core.plan.operator.number;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code clamp: {atLeast: a, atMost: b}}: max(a, min(b, value)); one of the two may be left out. Long (whole bounds only) and double.
 *
 * <p>Label: stays. Between the bounds every value is told as it is. ISO/IEC 20889 top and bottom coding.
 */
final class Clamp implements OperatorKind {
    private static final Set<String> KEYS = Set.of("atLeast", "atMost");

    private record Bounds(double least, double most, boolean isWhole) {
        boolean isRange() {
            return least <= most;
        }
    }

    @Override
    public String name() {
        return "clamp";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.REDACTION, ValueType.LONG, ValueType.DOUBLE);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                bounds(argument).filter(Bounds::isRange).map(bounds -> value -> fit(value, bounds)),
                "`clamp` takes `{atLeast: NUMBER, atMost: NUMBER}` or one of the two",
                argument);
    }

    private static Optional<Bounds> bounds(Argument argument) {
        Map<String, Argument> entries = argument.entries();
        boolean isSound = !entries.isEmpty()
                && KEYS.containsAll(entries.keySet())
                && entries.values().stream().allMatch(bound -> bound.number().isPresent());
        return isSound
                ? Optional.of(new Bounds(
                        bound(argument.at("atLeast"), Double.NEGATIVE_INFINITY),
                        bound(argument.at("atMost"), Double.POSITIVE_INFINITY),
                        entries.values().stream().allMatch(Clamp::isWhole)))
                : Optional.empty();
    }

    private static double bound(Argument bound, double none) {
        return bound.number().map(BigDecimal::doubleValue).orElse(none);
    }

    /** Whole, and small enough that its double is exact. */
    private static boolean isWhole(Argument bound) {
        double number = bound(bound, Double.NaN);
        return number == Math.rint(number) && Math.abs(number) <= 0x1p53;
    }

    private static Fit fit(Value value, Bounds bounds) {
        double least = bounds.least;
        double most = bounds.most;
        if (value.type() == ValueType.DOUBLE) {
            return new Fit.Fits(
                    ValueType.DOUBLE,
                    value.label(),
                    (from, i, to, j) -> to.setDouble(j, Math.max(least, Math.min(most, from.getDouble(i)))));
        }
        if (value.type() == ValueType.LONG && bounds.isWhole) {
            // a bound that was left out is infinite, and the cast makes it the least or greatest long
            long floor = (long) least;
            long ceiling = (long) most;
            return new Fit.Fits(
                    ValueType.LONG,
                    value.label(),
                    (from, i, to, j) -> to.setLong(j, Math.max(floor, Math.min(ceiling, from.getLong(i)))));
        }
        return new Fit.Unfit("`clamp` takes a double, or a long with whole bounds, got " + value.type());
    }
}
