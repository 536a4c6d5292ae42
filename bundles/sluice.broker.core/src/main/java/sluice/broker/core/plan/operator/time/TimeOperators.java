package sluice.broker.core.plan.operator.time;

import java.util.List;
import sluice.broker.core.plan.operator.kind.OperatorKind;

/** The operators of this room. */
public final class TimeOperators {
    private TimeOperators() {}

    /**
     * All of them.
     *
     * @return one a word
     */
    public static List<OperatorKind> all() {
        return List.of(new RoundTime(), new TimePart(), new RelativeTime());
    }
}
