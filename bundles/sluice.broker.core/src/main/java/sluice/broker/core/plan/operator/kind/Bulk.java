package sluice.broker.core.plan.operator.kind;

import sluice.broker.core.shape.Slots;

/**
 * An operator whose work is smaller than the call of it, and which needs no worker. Where a plan has several values for operators of one class, it calls one of them for
 * all: the loop is the operator's own, so that the JVM can compile it into one piece.
 */
public interface Bulk extends Operator {
    /**
     * Applies each step whose value is present.
     *
     * @param steps their operators are all of this class, but may have other arguments than this
     * @param from the reading
     * @param to the observation
     */
    void applyAll(Step[] steps, Slots from, Slots to);
}
