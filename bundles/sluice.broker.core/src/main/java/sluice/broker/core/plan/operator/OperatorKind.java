package sluice.broker.core.plan.operator;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;

/** An operator as policies name it: what it takes, what it gives, and what it does to a label. */
public interface OperatorKind {
    /**
     * The word in the policy file.
     *
     * @return for example {@code round-time}
     */
    String name();

    /**
     * Fits the operator to a value.
     *
     * @param value what it would be applied to
     * @param argument as the policy has it; empty if it has none
     * @return the operator and its result, or why it does not fit
     */
    Fit fit(Value value, String argument);

    /**
     * A value on its way through a policy's operators.
     *
     * @param type its type now
     * @param label its label now
     * @param coarse from which coarseness on the city regards the field as de-identified
     */
    record Value(ValueType type, Label label, Coarseness coarse) {
        public Value {
            requireNonNull(type, "type is null");
            requireNonNull(label, "label is null");
            requireNonNull(coarse, "coarse is null");
        }

        /**
         * The label after generalisation to a step: an indirect identifier that is coarse enough is de-identified; every other label stays.
         *
         * @param step in the unit of the field's {@link Coarseness}
         * @return this label, or {@link Label#DEIDENTIFIED}
         */
        Label generalisedTo(double step) {
            return label == Label.INDIRECT && coarse.isMetBy(step) ? Label.DEIDENTIFIED : label;
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
