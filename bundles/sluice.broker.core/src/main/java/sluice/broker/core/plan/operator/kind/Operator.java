package sluice.broker.core.plan.operator.kind;

import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/** One value in, one value or none out, ready to run. Keeps nothing between calls; safe for several threads. */
@FunctionalInterface
public interface Operator {
    /**
     * Applies the operator. Never called for an absent value, unless {@link #needsValue} is false.
     *
     * @param from where the value is read; the whole reading, if the operator is the first of its output
     * @param fromIndex its slot
     * @param to where the result is written; may be the same slots
     * @param toIndex its slot; may be the same slot
     */
    void apply(Slots from, int fromIndex, Slots to, int toIndex);

    /**
     * The operator for readings of one shape, where it looks at other fields than its own.
     *
     * @param reading the shape of the source's record
     * @return this, if it looks at its own only
     */
    default Operator linkedTo(Shape reading) {
        return this;
    }

    /**
     * Whether it looks at its value at all.
     *
     * @return false if its result is the same for every reading, the value there or not
     */
    default boolean needsValue() {
        return true;
    }
}
