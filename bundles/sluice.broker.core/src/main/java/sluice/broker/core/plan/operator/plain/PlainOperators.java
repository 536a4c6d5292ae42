package sluice.broker.core.plan.operator.plain;

import java.util.List;
import sluice.broker.core.plan.operator.kind.OperatorKind;

/** The operators of this room. */
public final class PlainOperators {
    private PlainOperators() {}

    /**
     * All of them.
     *
     * @return one a word
     */
    public static List<OperatorKind> all() {
        return List.of(new Keep(), new Constant());
    }
}
