package sluice.broker.core.plan.operator.pseudonym;

import java.util.List;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.port.Keys;

/** The operators of this room. */
public final class PseudonymOperators {
    private PseudonymOperators() {}

    /**
     * All of them.
     *
     * @param keys where keys are
     * @return one a word
     */
    public static List<OperatorKind> all(Keys keys) {
        return List.of(new Pseudonym(keys), new TripPseudonym(new Trips()), new MacKind());
    }
}
