package sluice.broker.core.plan;

import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.operator.window.AggregateKind;
import sluice.broker.core.plan.operator.window.AggregateKind.Fit;
import sluice.broker.core.plan.operator.window.Crowd;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.Recipe;

/**
 * The outputs of a policy that releases windows. One whose last word is an aggregate is computed of a group; every other one is a field of the
 * group, made of each record as without windows.
 */
final class WindowPieces {
    private static final Policy.Step KEEP = new Policy.Step("keep", Argument.NONE);

    private final Operators operators;
    private final Setting setting;
    private final Crowd crowd;

    WindowPieces(Operators operators, Setting setting, Crowd crowd) {
        this.operators = operators;
        this.setting = setting;
        this.crowd = crowd;
    }

    /** What became of one output. */
    sealed interface OfWindow {}

    /**
     * One output.
     *
     * @param release as the policy has it
     * @param made what a record gives to it
     * @param type type of what is told
     * @param label label of what is told
     * @param part what it is in a group
     */
    record Piece(Policy.Release release, Made.Output made, ValueType type, Label label, Recipe.Part part)
            implements OfWindow {}

    /**
     * None.
     *
     * @param why for the policy's author
     */
    record Impossible(String why) implements OfWindow {}

    static Policy.Step last(Policy.Release release) {
        return release.steps().get(release.steps().size() - 1);
    }

    static Optional<AggregateKind> aggregate(Operators operators, Policy.Release release) {
        return release.steps().isEmpty()
                ? Optional.empty()
                : operators.aggregate(last(release).operator());
    }

    OfWindow make(Policy.Release release) {
        Optional<AggregateKind> aggregate = aggregate(operators, release);
        Made made = new Maker(operators).make(aggregate.isPresent() ? beforeAggregate(release) : release, setting);
        if (made instanceof Made.Impossible impossible) {
            return new Impossible(impossible.why());
        }
        Made.Output output = (Made.Output) made;
        Fit fit = aggregate.map(kind -> fit(kind, last(release), output)).orElseGet(() -> field(output));
        if (fit instanceof Fit.Unfit unfit) {
            return new Impossible("field `" + release.output() + "`: " + unfit.why());
        }
        Fit.Fits fits = (Fit.Fits) fit;
        return new Piece(release, output, fits.type(), fits.label(), fits.part());
    }

    private static Policy.Release beforeAggregate(Policy.Release release) {
        List<Policy.Step> steps = release.steps().subList(0, release.steps().size() - 1);
        return new Policy.Release(
                release.output(), release.field(), steps.isEmpty() ? List.of(KEEP) : steps, release.where());
    }

    private Fit fit(AggregateKind kind, Policy.Step step, Made.Output output) {
        if (!kind.facts().takes().contains(output.type())) {
            return new Fit.Unfit("`" + kind.name() + "` does not take " + output.type());
        }
        Value value =
                new Value(output.type(), output.label(), false, output.source().field(), setting);
        var parsed = kind.parse(step.argument());
        return parsed.sound()
                .map(fitting -> fitting.fit(value, crowd))
                .orElseGet(() -> new Fit.Unfit(parsed.fault().orElse("")));
    }

    /** A field of the group. Instants part time: nobody sums over them within a window. */
    private Fit field(Made.Output output) {
        Role role = output.type() == ValueType.INSTANT ? Role.SLICE : Role.LINE;
        return new Fit.Fits(output.type(), crowd.ofShared(output.label()), new Recipe.Part(role, null));
    }
}
