package sluice.broker.core.plan.operator.text;

import java.util.List;
import sluice.broker.core.plan.operator.kind.OperatorKind;

/** The operators of this room. */
public final class TextOperators {
    private TextOperators() {}

    /**
     * All of them.
     *
     * @return one a word
     */
    public static List<OperatorKind> all() {
        return List.of(new Mask(), new Truncate(), new Generalise(), new ClassOf());
    }
}
