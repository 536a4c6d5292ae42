package sluice.broker.core.plan.operator.record;

import java.util.List;
import sluice.broker.core.plan.operator.kind.ScreenKind;

/** The operators of this room. */
public final class RecordOperators {
    private RecordOperators() {}

    /**
     * All of them.
     *
     * @return one a word
     */
    public static List<ScreenKind> all() {
        return List.of(new Filter(), new Sample(), new RateLimit(), new Dedupe());
    }
}
