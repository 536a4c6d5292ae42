package sluice.broker.core.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.OutputCompiler.Ask;
import sluice.broker.core.shape.Component;

/** The rulings on one policy, in words. Each adds its line to what was considered. */
final class Verdict {
    private final Ask ask;
    private final List<String> considered;
    private final Remedy remedy;

    Verdict(Ask ask, List<String> considered, Remedy remedy) {
        this.ask = ask;
        this.considered = considered;
        this.remedy = remedy;
    }

    void requires(PolicyCondition condition, Label label) {
        considered.add("on condition that " + condition + " -> " + label);
    }

    void holds(Policy.Step step, Label label) {
        considered.add("records -> " + step + " -> " + label);
    }

    void releases(Policy.Release release, Made.Output output, Policy.@Nullable Step clash) {
        String steps = String.join(
                ", then ", release.steps().stream().map(Policy.Step::toString).toList());
        considered.add("field `" + release.field() + "` " + output.source().label() + " -> " + steps + " -> `"
                + release.output() + "` " + output.label()
                + (clash == null ? "" : ", because the field is also told by `" + clash + "`"));
    }

    Ruling permitted(Ruling.Permitted permitted) {
        considered.add("permitted by policy `" + ask.policy().name() + "`, output label " + permitted.label()
                + ", ceiling " + ask.purpose().ceiling());
        return permitted.having(considered);
    }

    Ruling badPlan(Where where, String why) {
        return deny(Reason.BAD_PLAN, "policy `" + ask.policy().name() + "` " + where + ": " + why);
    }

    Ruling aboveCeiling(Policy.Step step, Label label) {
        return deny(
                Reason.ABOVE_CEILING,
                "that a record passes `" + step + "` tells of it with label " + label + ", which is" + ceiling()
                        + "; leave it out, or ask for less");
    }

    Ruling aboveCeiling(Policy.Release release, Made.Output output, Policy.@Nullable Step clash) {
        String help = clash == null
                ? remedy.help(output.source(), ask.purpose().ceiling(), output.type())
                : "; `" + release.steps().get(0) + "` and `" + clash
                        + "` together tell more of the field than either: begin with the same one, or drop one";
        return deny(
                Reason.ABOVE_CEILING,
                "field `" + release.output() + "` label " + output.label() + " is" + ceiling() + help);
    }

    /** An output of windows. */
    Ruling aboveCeiling(Policy.Release release, Label label, String help) {
        return deny(
                Reason.ABOVE_CEILING,
                "field `" + release.output() + "` label " + label + " is" + ceiling() + "; " + help);
    }

    /** How an output of windows is made. */
    void tells(Policy.Release release, Label from, Label to) {
        String steps = String.join(
                ", then ", release.steps().stream().map(Policy.Step::toString).toList());
        considered.add("field `" + release.field() + "` " + from + " -> " + steps + " -> `" + release.output() + "` "
                + to + " of each window's groups");
    }

    Ruling notReleased(Component component) {
        CatalogueField field = ask.setting().stream().fields().get(component.name());
        String label = field == null ? "not in the catalogue" : "label " + field.label();
        return deny(
                Reason.NOT_RELEASED,
                "field `" + component.name() + "`, " + label + ", is not released by policy `"
                        + ask.policy().name() + "`; purpose `" + ask.purpose().name() + "` has the ceiling "
                        + ask.purpose().ceiling());
    }

    Ruling otherType(Component component, ValueType type) {
        return deny(
                Reason.BAD_PLAN,
                "field `" + component.name() + "` is " + type + " in policy `"
                        + ask.policy().name() + "` and " + component.type() + " in the recipient's record");
    }

    private String ceiling() {
        return " above the ceiling " + ask.purpose().ceiling() + " of purpose `"
                + ask.purpose().name() + "`";
    }

    private Ruling deny(Reason reason, String why) {
        considered.add("denied, " + reason.code() + ": " + why);
        return new Ruling.Denied(reason, why, considered);
    }
}
