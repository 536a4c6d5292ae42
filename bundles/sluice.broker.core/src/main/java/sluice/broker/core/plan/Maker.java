package sluice.broker.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.Policy;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind.Fit;
import sluice.broker.core.plan.operator.kind.OperatorKind.Fitting;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.ScreenKind;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.kind.Value;

/** Fits the operators of a policy, one after the other, to a field or to whole records. */
final class Maker {
    private final Operators operators;

    Maker(Operators operators) {
        this.operators = operators;
    }

    Made make(Policy.Release release, Setting setting) {
        Optional<Value> field = setting.value(release.field());
        if (field.isEmpty()) {
            return new Made.Impossible(
                    "stream `" + setting.stream().name() + "` has no field `" + release.field() + "`");
        }
        if (release.steps().isEmpty()) {
            return new Made.Impossible(
                    "field `" + release.output() + "` has no operator; to release it as it is, write `keep`");
        }
        return make(release, field.get());
    }

    private Made make(Policy.Release release, Value source) {
        Value value = source;
        List<Operator> chain = new ArrayList<>();
        for (Policy.Step step : release.steps()) {
            Fit fit = fit(step, value);
            if (fit instanceof Fit.Unfit unfit) {
                return new Made.Impossible("field `" + release.output() + "`: " + unfit.why());
            }
            Fit.Fits fits = (Fit.Fits) fit;
            chain.add(fits.operator());
            value = value.after(fits);
        }
        return new Made.Output(source, value.type(), value.label(), chain);
    }

    private Fit fit(Policy.Step step, Value value) {
        Parsed<Fitting> parsed = operators
                .named(step.operator())
                .map(kind -> kind.parse(step.argument()))
                .orElseGet(() -> new Parsed.Faulty<>("there is no operator `" + step.operator() + "`"));
        return parsed.sound()
                .map(fitting -> fitting.fit(value))
                .orElseGet(() -> new Fit.Unfit(parsed.fault().orElse("")));
    }

    /** Fits an operator on whole records. */
    ScreenKind.Fit hold(Policy.Step step, Setting setting) {
        Parsed<ScreenKind.Fitting> parsed = operators
                .screen(step.operator())
                .map(kind -> kind.parse(step.argument()))
                .orElseGet(() -> new Parsed.Faulty<>("there is no operator on records `" + step.operator() + "`"));
        return parsed.sound()
                .map(fitting -> fitting.fit(setting))
                .orElseGet(() -> new ScreenKind.Fit.Unfit(parsed.fault().orElse("")));
    }
}
