package sluice.broker.core.plan.operator.number;

import java.util.List;
import sluice.broker.core.plan.operator.kind.OperatorKind;

/** The operators of this room. */
public final class NumberOperators {
    private NumberOperators() {}

    /**
     * All of them.
     *
     * @return one a word
     */
    public static List<OperatorKind> all() {
        return List.of(OnGrid.round(), OnGrid.bucket(), new Clamp(), new Threshold());
    }
}
