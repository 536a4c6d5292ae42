package sluice.broker.core.plan.operator.kind;

import sluice.broker.core.plan.worker.Worker;
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
     * Applies the operator with what belongs to the thread. Whoever runs a plan calls this one; most operators need no worker.
     *
     * @param from where the value is read; the whole reading, if the operator is the first of its output
     * @param fromIndex its slot
     * @param to where the result is written; may be the same slots
     * @param toIndex its slot; may be the same slot
     * @param worker the thread's own; knows where the record is from, and is told if the record can not be released
     */
    default void apply(Slots from, int fromIndex, Slots to, int toIndex, Worker worker) {
        apply(from, fromIndex, to, toIndex);
    }

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
