package sluice.broker.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;

/**
 * Compiles a policy and proves, before any reading flows, that no output can exceed the purpose's ceiling and that each output fits the
 * recipient's record.
 */
final class OutputCompiler {
    private final Operators operators;

    OutputCompiler(Operators operators) {
        this.operators = operators;
    }

    /**
     * What is to be compiled.
     *
     * @param policy the policy
     * @param consistencies by which notices it is used for another purpose than its own; empty if it is not
     * @param setting the stream, its labels raised, and the map
     * @param purpose the purpose that is asked for
     * @param ceiling the most identifying label that may come out
     * @param alternatives the shapes of the recipient's records, from most to least exact
     */
    record Ask(
            Policy policy,
            List<Consistency> consistencies,
            Setting setting,
            Purpose.Lawful purpose,
            Label ceiling,
            List<Shape> alternatives) {}

    /** Adds to {@code considered} what it looked at, and decides. */
    Ruling compile(Ask ask, Considered considered) {
        return new Compilation(operators, ask, considered).compile();
    }

    /** The shape that asks for all that a policy releases; a release that can not be made has the type of its field. */
    Shape releasedBy(Policy policy, Setting setting) {
        List<Component> components = new ArrayList<>();
        for (Policy.Release release : policy.releases()) {
            type(policy, release, setting)
                    .or(() -> setting.value(release.field()).map(Value::type))
                    .map(known -> new Component(release.output(), known, Object.class, Object.class))
                    .ifPresent(components::add);
        }
        return new Shape(components);
    }

    private Optional<ValueType> type(Policy policy, Policy.Release release, Setting setting) {
        if (!policy.window().isNone()) {
            return WindowCompilation.typeOf(release, policy.window(), operators, setting);
        }
        return new Maker(operators).make(release, setting) instanceof Made.Output output
                ? Optional.of(output.type())
                : Optional.empty();
    }
}
