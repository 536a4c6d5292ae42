package sluice.broker.core.plan.operator.plain;

import sluice.broker.core.plan.operator.kind.Bulk;
import sluice.broker.core.plan.operator.kind.Step;
import sluice.broker.core.shape.Slots;

/** The value as it is, whatever its type. */
record Kept() implements Bulk {
    @Override
    public void apply(Slots from, int fromIndex, Slots to, int toIndex) {
        to.copy(from, fromIndex, toIndex);
    }

    @Override
    public void applyAll(Step[] steps, Slots from, Slots to) {
        for (Step step : steps) {
            if (step.isPossible(from)) {
                to.copy(from, step.source(), step.target());
            }
        }
    }
}
