package sluice.broker.core.plan.operator.kind;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.shape.Slots;

/**
 * How one value of an observation is made.
 *
 * @param needed the bit of the value that must be present; 0 if none is needed
 * @param source its slot
 * @param target the slot of the observation
 * @param operator what is applied
 */
public record Step(int needed, int source, int target, Operator operator) {
    public Step {
        requireNonNull(operator, "operator is null");
    }

    /**
     * A step.
     *
     * @param source slot of the value, if it needs one
     * @param target slot of the observation
     * @param operator what is applied
     * @return the step
     */
    public static Step of(int source, int target, Operator operator) {
        return new Step(operator.needsValue() ? 1 << source : 0, source, target, operator);
    }

    /**
     * Whether there is anything to apply it to.
     *
     * @param reading the reading
     * @return false if its value is absent
     */
    public boolean isPossible(Slots reading) {
        return (reading.present() & needed) == needed;
    }
}
