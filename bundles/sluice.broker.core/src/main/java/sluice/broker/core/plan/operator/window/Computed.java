package sluice.broker.core.plan.operator.window;

import static sluice.broker.core.model.ValueType.DOUBLE;
import static sluice.broker.core.model.ValueType.LONG;

import java.util.List;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.noise.Clamp;
import sluice.broker.core.noise.Mechanism;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.operator.window.AggregateKind.Fit;
import sluice.broker.core.window.Recipe;
import sluice.broker.core.window.aggregate.Extreme;
import sluice.broker.core.window.aggregate.NoisySumming;
import sluice.broker.core.window.aggregate.Protection;
import sluice.broker.core.window.aggregate.Summing;

/** Aggregates of numbers: {@code sum}, {@code mean}, {@code min}, {@code max}. */
final class Computed {
    /** As many grains has the catalogue's range, where noise is added to sums of a double. */
    private static final double GRAINS = 1L << 20;

    private static final Facts NUMBERS = Facts.of(Facts.DERIVE, LONG, DOUBLE);

    private Computed() {}

    static List<AggregateKind> all() {
        return List.of(
                new AggregateKind("sum", NUMBERS, Counted.bare("sum", (value, crowd) -> added(value, crowd, false))),
                new AggregateKind("mean", NUMBERS, Counted.bare("mean", (value, crowd) -> added(value, crowd, true))),
                new AggregateKind("min", NUMBERS, Counted.bare("min", (value, crowd) -> extreme(value, crowd, false))),
                new AggregateKind("max", NUMBERS, Counted.bare("max", (value, crowd) -> extreme(value, crowd, true))));
    }

    /** Only within a range is one subject's part in a sum bounded; without one the label stays. */
    private static Fit added(Value value, Crowd crowd, boolean isMean) {
        boolean isWhole = value.type() == LONG;
        Protection protection = crowd.protection();
        Label label = isBounded(value)
                ? crowd.ofComputed(value.label())
                : crowd.ofComputed(value.label()).max(value.label());
        Mechanism mechanism = crowd.mechanism();
        if (mechanism != null && !isBounded(value)) {
            return new Fit.Unfit(
                    "noise takes a `range` of field `" + value.field().name() + "` in the catalogue");
        }
        Recipe.Maker maker = mechanism == null
                ? tools -> new Summing(protection, isWhole, isMean)
                : tools -> new NoisySumming(
                        protection, new NoisySumming.Noise(mechanism, clamp(value), tools.noise()), isWhole, isMean);
        return Fit.Fits.computed(isMean ? DOUBLE : value.type(), label, maker);
    }

    /** Somebody's own value keeps its label. */
    private static Fit extreme(Value value, Crowd crowd, boolean isGreatest) {
        boolean isWhole = value.type() == LONG;
        Label label = value.label().max(crowd.ofNumber());
        return Counted.exact(
                crowd,
                Fit.Fits.computed(value.type(), label, tools -> new Extreme(crowd.protection(), isWhole, isGreatest)));
    }

    /** Whether the catalogue's range is finite, and no wider than sums of it stay exact. */
    static boolean isBounded(Value value) {
        Limits limits = value.field().limits();
        return -Clamp.MOST_GRAINS <= limits.minimum() && limits.maximum() <= Clamp.MOST_GRAINS;
    }

    private static Clamp clamp(Value value) {
        Limits limits = value.field().limits();
        double width = limits.maximum() - limits.minimum();
        double grain = value.type() == LONG || width == 0 ? 1 : width / GRAINS;
        return Clamp.of(limits.minimum(), limits.maximum(), grain);
    }
}
