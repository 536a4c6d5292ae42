package sluice.broker.core.plan;

import java.util.List;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.Value;

/** What became of one release of a policy. */
sealed interface Made {
    /**
     * An output.
     *
     * @param source the field as it comes
     * @param type type of the output
     * @param label label of the output
     * @param operators in order
     */
    record Output(Value source, ValueType type, Label label, List<Operator> operators) implements Made {
        /** Whether its label is lower than the field's because it is coarser; a constant tells nothing of the field. */
        boolean isCoarser() {
            return source.label().isAbove(label) && operators.get(0).needsValue();
        }

        Output withLabelOfField() {
            return new Output(source, type, source.label(), operators);
        }
    }

    /**
     * None.
     *
     * @param why for the policy's author
     */
    record Impossible(String why) implements Made {}
}
