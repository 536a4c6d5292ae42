package sluice.broker.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.Operator;
import sluice.broker.core.plan.operator.OperatorKind;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;

/**
 * Compiles a policy's releases and proves, before any reading flows, that no output can exceed the purpose's ceiling and that each output
 * fits the recipient's record.
 */
final class OutputCompiler {
    private final Operators operators;

    OutputCompiler(Operators operators) {
        this.operators = operators;
    }

    /** Adds to {@code considered} what it looked at, and decides. */
    Ruling compile(
            Policy policy, CatalogueStream stream, Purpose.Lawful purpose, Shape observation, List<String> considered) {
        Map<String, Released> released = new LinkedHashMap<>();
        for (Policy.Release release : policy.releases()) {
            Made made = make(release, stream);
            if (made.released == null) {
                return deny(
                        considered,
                        Reason.BAD_PLAN,
                        "policy `" + policy.name() + "` " + release.where() + ": " + made.why);
            }
            considered.add(describe(release, stream, made.released));
            if (made.released.label.isAbove(purpose.ceiling())) {
                return deny(considered, Reason.ABOVE_CEILING, aboveCeiling(release, stream, made.released, purpose));
            }
            released.put(release.output(), made.released);
        }
        return fill(new Ask(policy, stream, purpose, observation), released, considered);
    }

    private record Ask(Policy policy, CatalogueStream stream, Purpose.Lawful purpose, Shape observation) {}

    private static Ruling fill(Ask ask, Map<String, Released> released, List<String> considered) {
        List<Ruling.Output> outputs = new ArrayList<>();
        Label label = Label.NONPERSONAL;
        for (Component component : ask.observation.components()) {
            Released output = released.get(component.name());
            if (output == null) {
                return deny(considered, Reason.NOT_RELEASED, notReleased(component, ask));
            }
            if (output.type != component.type()) {
                return deny(considered, Reason.BAD_PLAN, otherType(component, output, ask));
            }
            outputs.add(new Ruling.Output(output.field, output.label, output.operators));
            label = label.max(output.label);
        }
        considered.add("permitted by policy `" + ask.policy.name() + "`, output label " + label + ", ceiling "
                + ask.purpose.ceiling());
        return new Ruling.Permitted(ask.policy, outputs, label, considered);
    }

    private static String describe(Policy.Release release, CatalogueStream stream, Released released) {
        CatalogueField field = stream.fields().get(release.field());
        String steps = String.join(
                ", then ", release.steps().stream().map(Policy.Step::toString).toList());
        return "field `" + release.field() + "` " + (field == null ? "" : field.label() + " ") + "-> " + steps + " -> `"
                + release.output() + "` " + released.label;
    }

    private static String notReleased(Component component, Ask ask) {
        CatalogueField field = ask.stream.fields().get(component.name());
        String label = field == null ? "not in the catalogue" : "label " + field.label();
        return "field `" + component.name() + "`, " + label + ", is not released by policy `" + ask.policy.name()
                + "`; purpose `" + ask.purpose.name() + "` has the ceiling " + ask.purpose.ceiling();
    }

    private static String otherType(Component component, Released output, Ask ask) {
        return "field `" + component.name() + "` is " + output.type + " in policy `" + ask.policy.name() + "` and "
                + component.type() + " in the recipient's record";
    }

    private static String aboveCeiling(
            Policy.Release release, CatalogueStream stream, Released released, Purpose.Lawful purpose) {
        String help = released.label == Label.INDIRECT && isGeneralisable(stream, release)
                ? "; a coarser operator would lower it: the catalogue's `deidentifiedAt` says from where on"
                : "; drop it";
        return "field `" + release.output() + "` label " + released.label + " is above the ceiling " + purpose.ceiling()
                + " of purpose `" + purpose.name() + "`" + help;
    }

    private static boolean isGeneralisable(CatalogueStream stream, Policy.Release release) {
        CatalogueField field = stream.fields().get(release.field());
        return field != null && Double.isFinite(field.coarse().step());
    }

    private static Ruling deny(List<String> considered, Reason reason, String why) {
        considered.add("denied, " + reason.code() + ": " + why);
        return new Ruling.Denied(reason, why, considered);
    }

    private Made make(Policy.Release release, CatalogueStream stream) {
        CatalogueField field = stream.fields().get(release.field());
        if (field == null) {
            return Made.impossible("stream `" + stream.name() + "` has no field `" + release.field() + "`");
        }
        if (release.steps().isEmpty()) {
            return Made.impossible(
                    "field `" + release.output() + "` has no operator; to release it as it is, write `keep`");
        }
        OperatorKind.Value value = new OperatorKind.Value(field.type(), field.label(), field.coarse());
        List<Operator> chain = new ArrayList<>();
        for (Policy.Step step : release.steps()) {
            OperatorKind.Fit fit = fit(step, value);
            if (fit instanceof OperatorKind.Fit.Unfit unfit) {
                return Made.impossible("field `" + release.output() + "`: " + unfit.why());
            }
            OperatorKind.Fit.Fits fits = (OperatorKind.Fit.Fits) fit;
            chain.add(fits.operator());
            value = new OperatorKind.Value(fits.type(), fits.label(), field.coarse());
        }
        return Made.of(new Released(release.field(), value.type(), value.label(), chain));
    }

    private OperatorKind.Fit fit(Policy.Step step, OperatorKind.Value value) {
        return operators
                .named(step.operator())
                .map(kind -> kind.fit(value, step.argument()))
                .orElseGet(() -> new OperatorKind.Fit.Unfit("there is no operator `" + step.operator() + "`"));
    }

    private record Released(String field, ValueType type, Label label, List<Operator> operators) {}

    private record Made(@Nullable Released released, String why) {
        static Made of(Released released) {
            return new Made(released, "");
        }

        static Made impossible(String why) {
            return new Made(null, why);
        }
    }
}
