package sluice.broker.core.plan.operator.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code {atLeast: a, below: b}}, one or both: a number, or a duration by its seconds. Label: of a generalisation by the narrowest of the
 * parts into which the catalogue's range is cut.
 *
 * @param least included; negative infinity if left out
 * @param end excluded; positive infinity if left out
 * @param isTime whether the bounds are durations
 */
record Between(double least, double end, boolean isTime) implements Demand {
    private static final String AT_LEAST = "atLeast";
    private static final String BELOW = "below";
    private static final double NANO = 1e-9;

    static Optional<Demand> parse(Argument argument) {
        Map<String, Argument> entries = argument.entries();
        boolean areNumbers =
                entries.values().stream().allMatch(bound -> bound.number().isPresent());
        boolean areTimes =
                entries.values().stream().allMatch(bound -> bound.duration().isPresent());
        return !entries.isEmpty() && Set.of(AT_LEAST, BELOW).containsAll(entries.keySet()) && (areNumbers || areTimes)
                ? Optional.of(new Between(
                                bound(argument.at(AT_LEAST), Double.NEGATIVE_INFINITY),
                                bound(argument.at(BELOW), Double.POSITIVE_INFINITY),
                                areTimes))
                        .filter(between -> between.least < between.end)
                        .<Demand>map(between -> between)
                : Optional.empty();
    }

    @Override
    public Optional<Condition> of(Value value) {
        boolean isNumber = value.type() == ValueType.LONG || value.type() == ValueType.DOUBLE;
        boolean fits = isTime ? value.type() == ValueType.DURATION : isNumber;
        return fits ? Optional.of(new Condition(value.field(), label(value), test(value.type()))) : Optional.empty();
    }

    private Condition.Test test(ValueType type) {
        return switch (type) {
            case LONG -> (reading, i) -> holds(reading.getLong(i));
            case DOUBLE -> (reading, i) -> holds(reading.getDouble(i));
            default -> (reading, i) -> reading.getObject(i) instanceof Duration length && holds(seconds(length));
        };
    }

    private boolean holds(double value) {
        return value >= least && value < end;
    }

    private Label label(Value value) {
        Label label = value.generalisedTo(end - least);
        label = Double.isFinite(least) ? label.max(value.splitAt(least)) : label;
        return Double.isFinite(end) ? label.max(value.splitAt(end)) : label;
    }

    private static double bound(Argument bound, double none) {
        return bound.number()
                .map(BigDecimal::doubleValue)
                .or(() -> bound.duration().map(Between::seconds))
                .orElse(none);
    }

    private static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() * NANO;
    }
}
