package sluice.broker.core.plan.operator.number;

import sluice.broker.core.plan.operator.kind.Bulk;
import sluice.broker.core.plan.operator.kind.Step;
import sluice.broker.core.shape.Slots;

/**
 * A long moved onto a grid.
 *
 * @param grid where its lines are
 * @param isNearest to the nearest line; if not, to the line at or below
 */
record OnLongs(Grid grid, boolean isNearest) implements Bulk {
    @Override
    public void apply(Slots from, int fromIndex, Slots to, int toIndex) {
        long value = from.getLong(fromIndex);
        to.setLong(toIndex, isNearest ? grid.nearest(value) : grid.below(value));
    }

    @Override
    public void applyAll(Step[] steps, Slots from, Slots to) {
        for (Step step : steps) {
            if (step.isPossible(from)) {
                ((OnLongs) step.operator()).apply(from, step.source(), to, step.target());
            }
        }
    }
}
