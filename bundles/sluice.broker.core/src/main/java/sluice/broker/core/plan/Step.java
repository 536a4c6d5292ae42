package sluice.broker.core.plan;

import java.util.List;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * How one value of an observation is made.
 *
 * @param needed the bit of the value that must be present; 0 if none is needed
 * @param source its slot
 * @param target the slot of the observation
 * @param first the first operator; mostly it is the only one
 * @param then those behind it; each is applied as long as there is a value
 */
record Step(int needed, int source, int target, Operator first, Operator[] then) {
    private static final Operator[] NOTHING = {};

    /** A step of operators that are linked already, at a source that is in the reading. */
    static Step of(int source, int target, List<Operator> operators) {
        Operator first = operators.get(0);
        Operator[] then = operators.stream().skip(1).toArray(Operator[]::new);
        int needed = first.needsValue() ? 1 << source : 0;
        return new Step(needed, source, target, first, then.length == 0 ? NOTHING : then);
    }

    boolean isKept() {
        return first == Operator.KEEP && then.length == 0;
    }

    void apply(Slots reading, Slots observation) {
        first.apply(reading, source, observation, target);
        for (int i = 0; i < then.length && observation.has(target); i++) {
            then[i].apply(observation, target, observation, target);
        }
    }
}
