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
import sluice.broker.core.shape.Shape;

/** The rulings on one policy, in words. Each adds its line to what was considered. */
final class Verdict {
    private final Ask ask;
    private final Considered considered;
    private final Remedy remedy;

    Verdict(Ask ask, Considered considered, Remedy remedy) {
        this.ask = ask;
        this.considered = considered;
        this.remedy = remedy;
    }

    void requires(PolicyCondition condition, Label label) {
        considered.add(() -> "on condition that " + condition + " -> " + label);
    }

    void holds(Policy.Step step, Label label) {
        considered.add(() -> "records -> " + step + " -> " + label);
    }

    void releases(Policy.Release release, Made.Output output, Policy.@Nullable Step clash) {
        considered.add(
                () -> "field `" + release.field() + "` " + output.source().label() + " -> " + steps(release) + " -> `"
                        + release.output() + "` " + output.label()
                        + (clash == null ? "" : ", because the field is also told by `" + clash + "`"));
    }

    private static String steps(Policy.Release release) {
        return String.join(
                ", then ", release.steps().stream().map(Policy.Step::toString).toList());
    }

    /** One of several records that the recipient can do with. */
    void tries(Shape alternative, Filled filled) {
        if (ask.alternatives().size() > 1) {
            considered.add(() -> nameOf(alternative) + ": "
                    + (filled instanceof Filled.Not not ? not.reason().code() + ", " + not.why() : filled.label()));
        }
    }

    private String nameOf(Shape alternative) {
        return "alternative " + (ask.alternatives().indexOf(alternative) + 1) + " of "
                + ask.alternatives().size() + " "
                + alternative.components().stream().map(Component::name).toList();
    }

    Ruling fitsNone(List<Filled.Not> unfit) {
        Filled.Not last = unfit.get(unfit.size() - 1);
        return unfit.size() == 1
                ? deny(last.reason(), last.why())
                : deny(
                        last.reason(),
                        "none of " + unfit.size() + " alternatives fits, the least exact because " + last.why());
    }

    Ruling permitted(Ruling.Permitted permitted) {
        if (ask.alternatives().size() > 1) {
            considered.add(() -> nameOf(permitted.observation()) + " is the least invasive that fits");
        }
        considered.add(() -> "permitted by policy `" + ask.policy().name() + "`, output label " + permitted.label()
                + ", ceiling " + ask.ceiling());
        return permitted.having(considered.lines());
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
                ? remedy.help(output.source(), ask.ceiling(), output.type())
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
        considered.add(() -> "field `" + release.field() + "` " + from + " -> " + steps(release) + " -> `"
                + release.output() + "` " + to + " of each window's groups");
    }

    /** A record that windows can not fill. */
    Filled.Not unfit(String why) {
        return new Filled.Not(
                Reason.BAD_PLAN,
                "policy `" + ask.policy().name() + "` " + ask.policy().where() + ": " + why);
    }

    Filled.Not notReleased(Component component) {
        CatalogueField field = ask.setting().stream().fields().get(component.name());
        String label = field == null ? "not in the catalogue" : "label " + field.label();
        return new Filled.Not(
                Reason.NOT_RELEASED,
                "field `" + component.name() + "`, " + label + ", is not released by policy `"
                        + ask.policy().name() + "`; purpose `" + ask.purpose().name() + "` has the ceiling "
                        + ask.ceiling());
    }

    Filled.Not otherType(Component component, ValueType type) {
        return new Filled.Not(
                Reason.BAD_PLAN,
                "field `" + component.name() + "` is " + type + " in policy `"
                        + ask.policy().name() + "` and " + component.type() + " in the recipient's record");
    }

    private String ceiling() {
        return " above the ceiling " + ask.ceiling() + " of purpose `"
                + ask.purpose().name() + "`";
    }

    private Ruling deny(Reason reason, String why) {
        considered.add(() -> "denied, " + reason.code() + ": " + why);
        return new Ruling.Denied(reason, why, considered.lines());
    }
}
