package sluice.broker.core.plan.operator.window;

import static sluice.broker.core.model.ValueType.BOOLEAN;
import static sluice.broker.core.model.ValueType.DOUBLE;
import static sluice.broker.core.model.ValueType.DURATION;
import static sluice.broker.core.model.ValueType.INSTANT;
import static sluice.broker.core.model.ValueType.LONG;
import static sluice.broker.core.model.ValueType.POINT;
import static sluice.broker.core.model.ValueType.TEXT;
import static sluice.broker.core.model.ValueType.TEXTS;

import java.util.List;
import sluice.broker.core.model.Argument;
import sluice.broker.core.noise.Mechanism;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.operator.window.AggregateKind.Fit;
import sluice.broker.core.plan.operator.window.AggregateKind.Fitting;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.Recipe;
import sluice.broker.core.window.aggregate.Counting;
import sluice.broker.core.window.aggregate.Distinct;
import sluice.broker.core.window.aggregate.NoisyCounting;
import sluice.broker.core.window.aggregate.Protection;
import sluice.broker.core.window.aggregate.TopValues;

/** Aggregates that count: {@code count}, {@code distinct}, {@code top-k}, and where subjects were first and last. */
final class Counted {
    private static final int MOST_TOLD = 100;
    private static final Facts ANY = Facts.of(Facts.DERIVE, TEXT, LONG, DOUBLE, BOOLEAN, INSTANT, DURATION, POINT);
    private static final Facts TEXTUAL = Facts.of(Facts.DERIVE, TEXT);

    private Counted() {}

    static List<AggregateKind> all() {
        return List.of(
                new AggregateKind("count", ANY, bare("count", Counted::count)),
                new AggregateKind("distinct", ANY, bare("distinct", Counted::distinct)),
                new AggregateKind("top-k", TEXTUAL, Counted::topValues),
                new AggregateKind("origin", ANY, bare("origin", (value, crowd) -> end(value, crowd, Role.ORIGIN))),
                new AggregateKind(
                        "destination",
                        ANY,
                        bare("destination", (value, crowd) -> end(value, crowd, Role.DESTINATION))));
    }

    static AggregateKind.Parser bare(String name, Fitting fitting) {
        return argument -> argument.equals(Argument.NONE)
                ? new Parsed.Sound<>(fitting)
                : new Parsed.Faulty<>("`" + name + "` takes a field, got " + argument.shown());
    }

    private static Fit count(Value value, Crowd crowd) {
        Protection protection = crowd.protection();
        Mechanism mechanism = crowd.mechanism();
        Recipe.Maker maker = mechanism == null
                ? tools -> new Counting(protection)
                : tools -> new NoisyCounting(protection, mechanism, tools.noise());
        return Fit.Fits.computed(LONG, crowd.ofNumber(), maker);
    }

    private static Fit distinct(Value value, Crowd crowd) {
        return exact(
                crowd,
                Fit.Fits.computed(
                        LONG,
                        crowd.ofNumber(),
                        tools -> new Distinct(crowd.protection(), tools.digests(), value.type())));
    }

    private static Parsed<Fitting> topValues(Argument argument) {
        return Parsed.of(
                argument.at("most")
                        .whole(1, MOST_TOLD)
                        .filter(most -> argument.entries().size() == 1)
                        .map(most -> (value, crowd) -> topValues(most, value, crowd)),
                "`top-k` takes `{of: FIELD, most: NUMBER}` with 1 to " + MOST_TOLD,
                argument);
    }

    private static Fit topValues(int most, Value value, Crowd crowd) {
        return exact(
                crowd,
                Fit.Fits.computed(
                        TEXTS, crowd.ofComputed(value.label()), tools -> new TopValues(crowd.protection(), most)));
    }

    private static Fit end(Value value, Crowd crowd, Role role) {
        return new Fit.Fits(value.type(), crowd.ofShared(value.label()), new Recipe.Part(role, null));
    }

    /** What has no noise must not be told beside what has. */
    static Fit exact(Crowd crowd, Fit fit) {
        return crowd.mechanism() == null
                ? fit
                : new Fit.Unfit("there is no noise for it; with `noise` a policy tells count, sum and mean");
    }
}
