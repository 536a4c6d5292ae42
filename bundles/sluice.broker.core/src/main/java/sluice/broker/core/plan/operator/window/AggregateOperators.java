package sluice.broker.core.plan.operator.window;

import java.util.ArrayList;
import java.util.List;

/** The aggregates of this version. */
public final class AggregateOperators {
    private AggregateOperators() {}

    /**
     * All of them.
     *
     * @return one a word
     */
    public static List<AggregateKind> all() {
        List<AggregateKind> all = new ArrayList<>(Computed.all());
        all.addAll(Stepped.all());
        all.addAll(Counted.all());
        return List.copyOf(all);
    }
}
