package sluice.broker.core.plan.operator.kind;

import java.util.List;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;

/** An operator on one field, as policies name it: what it takes, what it gives, and what it does to a label. */
public interface OperatorKind {
    /**
     * The word in the policy file.
     *
     * @return for example {@code round-time}
     */
    String name();

    /**
     * What is the same for every argument.
     *
     * @return types, delay and vocabulary
     */
    Facts facts();

    /**
     * Reads the argument.
     *
     * @param argument as the policy has it
     * @return the operator with it, or what is wrong
     */
    Parsed<Fitting> parse(Argument argument);

    /**
     * Arguments with which it might lower the label of a value that stands first; whether one does, {@link Fitting#fit} says.
     *
     * @param value what it would be applied to
     * @return none, if it lowers no label
     */
    default List<Argument> remedies(Value value) {
        return List.of();
    }

    /** An operator with its argument. */
    @FunctionalInterface
    interface Fitting {
        /**
         * Fits it to a value.
         *
         * @param value what it would be applied to
         * @return the operator and its result, or why it does not fit
         */
        Fit fit(Value value);

        /**
         * The zones that the argument names.
         *
         * @return names, known to the city or not
         */
        default Set<String> zones() {
            return Set.of();
        }
    }

    /** Whether an operator fits a value. */
    sealed interface Fit {
        /**
         * It fits.
         *
         * @param type type of the result
         * @param label label of the result
         * @param operator ready to run
         */
        record Fits(ValueType type, Label label, Operator operator) implements Fit {}

        /**
         * It does not.
         *
         * @param why for the policy's author; lower case, one line
         */
        record Unfit(String why) implements Fit {}
    }
}
