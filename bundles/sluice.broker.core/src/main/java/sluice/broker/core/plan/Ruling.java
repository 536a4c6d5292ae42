package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.LongFunction;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.condition.Required;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.shape.Shape;

/** What the city's rules say of one stream, purpose and recipient: a permission with its outputs, or a no with its reason. */
public sealed interface Ruling {
    /**
     * Every rule that was considered, in order, one line each.
     *
     * @return for the operator; empty unless {@link Rules#explain} was asked
     */
    List<String> considered();

    /**
     * A policy permits it, and its outputs stay below the ceiling.
     *
     * @param policy the policy
     * @param required what must hold whenever a record is told
     * @param held operators that hold back whole records, in order
     * @param observation the shape of the record that the recipient is told, of all that it could do with
     * @param outputs one for each component of the observation, in order
     * @param later what becomes of the outputs of one record, if they are not told at once
     * @param label the most identifying label among the outputs, and of what a record's passing tells
     * @param considered see {@link Ruling#considered()}
     */
    record Permitted(
            Policy policy,
            Required required,
            List<Held> held,
            Shape observation,
            List<Output> outputs,
            Later later,
            Label label,
            List<String> considered)
            implements Ruling {
        public Permitted {
            requireNonNull(policy, "policy is null");
            requireNonNull(required, "required is null");
            held = List.copyOf(held);
            requireNonNull(observation, "observation is null");
            outputs = List.copyOf(outputs);
            requireNonNull(later, "later is null");
            requireNonNull(label, "label is null");
            considered = List.copyOf(considered);
        }

        /**
         * The same permission with its explanation.
         *
         * @param lines see {@link Ruling#considered()}
         * @return a copy
         */
        Permitted having(List<String> lines) {
            return new Permitted(policy, required, held, observation, outputs, later, label, lines);
        }
    }

    /**
     * It is denied.
     *
     * @param reason its kind
     * @param why one line for the operator: names the field, its label and the ceiling where these decide
     * @param considered see {@link Ruling#considered()}
     */
    record Denied(Reason reason, String why, List<String> considered) implements Ruling {
        public Denied {
            requireNonNull(reason, "reason is null");
            requireNonNull(why, "why is null");
            considered = List.copyOf(considered);
        }
    }

    /**
     * How one component of the observation is made.
     *
     * @param field the catalogue field it comes from
     * @param label its label after the operators
     * @param operators in order; at least one
     */
    record Output(String field, Label label, List<Operator> operators) {
        public Output {
            requireNonNull(field, "field is null");
            requireNonNull(label, "label is null");
            operators = List.copyOf(operators);
        }
    }

    /**
     * How whole records are held back.
     *
     * @param reason under which they are counted
     * @param label label of what a record's passing tells
     * @param maker makes the screen of one flow, from 64 bits that no other flow has
     */
    record Held(Reason reason, Label label, LongFunction<Screen> maker) {
        public Held {
            requireNonNull(reason, "reason is null");
            requireNonNull(label, "label is null");
            requireNonNull(maker, "maker is null");
        }
    }
}
