package sluice.broker.core.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.OutputCompiler.Ask;
import sluice.broker.core.plan.condition.Required;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.ScreenKind;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;

/**
 * One policy being compiled for one recipient: what must hold, what holds records back, what is released, and then what the recipient asks
 * for. Of several records that it can do with it gets the least invasive that fits: the one with the lowest label, and of equal ones the one
 * that it named last.
 */
final class Compilation {
    private final Operators operators;
    private final Ask ask;
    private final Verdict verdict;
    private final List<Ruling.Held> held = new ArrayList<>();
    private final Map<String, Made.Output> released = new LinkedHashMap<>();
    private final Coarsenings coarsenings = new Coarsenings();
    private Label told = Label.NONPERSONAL;
    private Later later = Later.AT_ONCE;

    Compilation(Operators operators, Ask ask, Considered considered) {
        this.operators = operators;
        this.ask = ask;
        this.verdict = new Verdict(ask, considered, new Remedy(operators));
    }

    Ruling compile() {
        for (PolicyCondition condition : ask.policy().conditions()) {
            Ruling denied = require(condition);
            if (denied != null) {
                return denied;
            }
        }
        for (Policy.Step step : ask.policy().records()) {
            Ruling denied = hold(step);
            if (denied != null) {
                return denied;
            }
        }
        if (!ask.policy().window().isNone()) {
            return new WindowCompilation(operators, ask, verdict).compile(held, told);
        }
        for (Policy.Release release : ask.policy().releases()) {
            Ruling denied = release(release);
            if (denied != null) {
                return denied;
            }
        }
        return choose();
    }

    /** Null if all is well. That a record is told tells that its conditions hold: a zone is told like an output. */
    private @Nullable Ruling require(PolicyCondition condition) {
        ConditionFit.Fitted fitted = condition.fold(new ConditionFit(ask.setting()));
        if (!fitted.fault().isEmpty()) {
            return verdict.badPlan(ask.policy().where(), fitted.fault());
        }
        Policy.Step step = ConditionFit.asStep(condition);
        Label label = fitted.label().max(labelOfClashes(step, fitted.coarsened()));
        told = told.max(label);
        verdict.requires(condition, label);
        return label.isAbove(ask.ceiling()) ? verdict.aboveCeiling(step, label) : null;
    }

    /** Null if all is well. */
    private @Nullable Ruling hold(Policy.Step step) {
        if (later instanceof Later.Waits) {
            return verdict.badPlan(ask.policy().where(), "an operator that keeps records for a while stands last");
        }
        if (operators.waiting(step.operator()).isPresent()) {
            return keep(step);
        }
        ScreenKind.Fit fit = new Maker(operators).hold(step, ask.setting());
        if (fit instanceof ScreenKind.Fit.Unfit unfit) {
            return verdict.badPlan(ask.policy().where(), unfit.why());
        }
        ScreenKind.Fit.Fits fits = (ScreenKind.Fit.Fits) fit;
        Label label = fits.label().max(labelOfClashes(step, fits.coarsened()));
        Reason reason = operators.screen(step.operator()).orElseThrow().reason();
        held.add(new Ruling.Held(reason, label, fits.maker()));
        told = told.max(label);
        verdict.holds(step, label);
        return label.isAbove(ask.ceiling()) ? verdict.aboveCeiling(step, label) : null;
    }

    /** Two filters that coarsen one field in different ways tell more together than either: `at least 50` and `below 51` tell 50. */
    private Label labelOfClashes(Policy.Step step, Collection<String> coarsened) {
        return coarsened.stream()
                .filter(field -> coarsenings.clash(field, step) != null)
                .flatMap(field -> ask.setting().value(field).stream())
                .map(Value::label)
                .reduce(Label.NONPERSONAL, Label::max);
    }

    /** Null if all is well. What it lets go tells nothing that the record does not. */
    private @Nullable Ruling keep(Policy.Step step) {
        WaitFit fit = WaitFit.of(operators.waiting(step.operator()).orElseThrow(), step.argument(), ask);
        later = fit.later();
        verdict.holds(step, Label.NONPERSONAL);
        return fit.fault().isEmpty() ? null : verdict.badPlan(ask.policy().where(), fit.fault());
    }

    /** Null if all is well. */
    private @Nullable Ruling release(Policy.Release release) {
        Made made = new Maker(operators).make(release, ask.setting());
        if (made instanceof Made.Impossible impossible) {
            return verdict.badPlan(release.where(), impossible.why());
        }
        Made.Output output = (Made.Output) made;
        Policy.Step clash = output.isCoarser()
                ? coarsenings.clash(release.field(), release.steps().get(0))
                : null;
        Made.Output whole = clash == null ? output : output.withLabelOfField();
        verdict.releases(release, whole, clash);
        released.put(release.output(), whole);
        return whole.label().isAbove(ask.ceiling()) ? verdict.aboveCeiling(release, whole, clash) : null;
    }

    private Ruling choose() {
        Filled best = null;
        List<Filled.Not> unfit = new ArrayList<>();
        for (Shape alternative : ask.alternatives()) {
            Filled filled = fill(alternative);
            verdict.tries(alternative, filled);
            if (filled instanceof Filled.Not not) {
                unfit.add(not);
            } else if (best == null || !filled.label().isAbove(best.label())) {
                best = filled;
            }
        }
        return best instanceof Filled.With with ? permit(with) : verdict.fitsNone(unfit);
    }

    private Ruling permit(Filled.With with) {
        Required required = new Required(
                ask.policy().conditions(), ask.consistencies(), ask.setting().zones());
        return verdict.permitted(new Ruling.Permitted(
                ask.policy(), required, held, with.observation(), with.outputs(), later, with.label(), List.of()));
    }

    private Filled fill(Shape alternative) {
        List<Ruling.Output> outputs = new ArrayList<>();
        Label label = told;
        for (Component component : alternative.components()) {
            Made.Output output = released.get(component.name());
            if (output == null) {
                return verdict.notReleased(component);
            }
            if (output.type() != component.type()) {
                return verdict.otherType(component, output.type());
            }
            outputs.add(new Ruling.Output(output.source().field().name(), output.label(), output.operators()));
            label = label.max(output.label());
        }
        return new Filled.With(alternative, outputs, label);
    }
}
