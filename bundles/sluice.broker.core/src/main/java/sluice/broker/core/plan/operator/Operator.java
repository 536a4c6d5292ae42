package sluice.broker.core.plan.operator;

import sluice.broker.core.shape.Slots;

/** One value in, one value out, ready to run. Never called for an absent value; keeps nothing between calls. */
@FunctionalInterface
public interface Operator {
    /**
     * Applies the operator.
     *
     * @param from where the value is read
     * @param fromIndex its slot
     * @param to where the result is written; may be the same slots
     * @param toIndex its slot; may be the same slot
     */
    void apply(Slots from, int fromIndex, Slots to, int toIndex);
}
