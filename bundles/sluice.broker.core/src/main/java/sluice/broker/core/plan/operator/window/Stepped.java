package sluice.broker.core.plan.operator.window;

import static sluice.broker.core.model.ValueType.DOUBLE;
import static sluice.broker.core.model.ValueType.LONG;
import static sluice.broker.core.model.ValueType.LONGS;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Limits;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.operator.window.AggregateKind.Fit;
import sluice.broker.core.plan.operator.window.AggregateKind.Fitting;
import sluice.broker.core.window.aggregate.Bars;
import sluice.broker.core.window.aggregate.Quantile;
import sluice.broker.core.window.aggregate.Steps;

/** Aggregates that count numbers in steps of the catalogue's range: {@code quantile} and {@code histogram}. */
final class Stepped {
    private static final Facts NUMBERS = Facts.of(Facts.DERIVE, LONG, DOUBLE);

    private Stepped() {}

    static List<AggregateKind> all() {
        return List.of(
                new AggregateKind("quantile", NUMBERS, Stepped::quantile),
                new AggregateKind("histogram", NUMBERS, Stepped::histogram));
    }

    private static Parsed<Fitting> quantile(Argument argument) {
        Optional<Double> share = number(argument, "at").filter(at -> at > 0 && at < 1);
        return Parsed.of(
                argument.entries().keySet().equals(Set.of("at", "step"))
                        ? share.flatMap(
                                at -> step(argument).map(step -> (value, crowd) -> quantile(at, step, value, crowd)))
                        : Optional.empty(),
                "`quantile` takes `{of: FIELD, at: SHARE, step: WIDTH}` with a share between 0 and 1",
                argument);
    }

    private static Parsed<Fitting> histogram(Argument argument) {
        return Parsed.of(
                argument.entries().keySet().equals(Set.of("step"))
                        ? step(argument).map(step -> (value, crowd) -> histogram(step, value, crowd))
                        : Optional.empty(),
                "`histogram` takes `{of: FIELD, step: WIDTH}`",
                argument);
    }

    private static Fit quantile(double share, double width, Value value, Crowd crowd) {
        return steps(value, width)
                .map(steps -> Counted.exact(
                        crowd,
                        Fit.Fits.computed(
                                DOUBLE,
                                crowd.ofComputed(value.label()),
                                tools -> new Quantile(crowd.protection(), steps, share))))
                .orElseGet(() -> unfit(value));
    }

    private static Fit histogram(double width, Value value, Crowd crowd) {
        return steps(value, width)
                .map(steps -> Counted.exact(
                        crowd,
                        Fit.Fits.computed(
                                LONGS,
                                crowd.ofComputed(value.label()),
                                tools -> new Bars(crowd.protection(), steps, tools.random()))))
                .orElseGet(() -> unfit(value));
    }

    private static Optional<Steps> steps(Value value, double width) {
        Limits limits = value.field().limits();
        double count = Math.ceil((limits.maximum() - limits.minimum()) / width);
        return Computed.isBounded(value) && count >= 1 && count <= Steps.MOST
                ? Optional.of(new Steps(limits.minimum(), width, (int) count, value.type() == LONG))
                : Optional.empty();
    }

    private static Fit unfit(Value value) {
        return new Fit.Unfit("field `" + value.field().name() + "` needs a `range` in the catalogue, of 1 to "
                + Steps.MOST + " steps");
    }

    private static Optional<Double> step(Argument argument) {
        return number(argument, "step").filter(width -> width > 0);
    }

    private static Optional<Double> number(Argument argument, String key) {
        return argument.at(key).number().map(BigDecimal::doubleValue);
    }
}
