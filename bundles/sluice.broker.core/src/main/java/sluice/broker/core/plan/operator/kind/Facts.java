package sluice.broker.core.plan.operator.kind;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import sluice.broker.core.model.ValueType;

/**
 * What can be said of an operator whatever its argument.
 *
 * @param takes types of values that it may be applied to; none for an operator on whole records
 * @param delay longest time by which it makes an observation later
 * @param dpv term of the W3C Data Privacy Vocabulary 2 that is nearest, with its prefix
 */
public record Facts(Set<ValueType> takes, Duration delay, String dpv) {
    /** The value as it is, or chosen from it: no measure, a processing. */
    public static final String TRANSFORM = "dpv:Transform";

    /** Less can be told about anybody: a technical measure. */
    public static final String DEIDENTIFICATION = "dpv:Deidentification";

    /** A part is taken out: a technical measure. */
    public static final String REDACTION = "dpv:DataRedaction";

    /** A name that holds for one recipient and for a time: a technical measure. */
    public static final String PSEUDONYMISATION = "dpv:Pseudonymisation";

    /** Something else is computed from it: a processing. */
    public static final String DERIVE = "dpv:Derive";

    public Facts {
        takes = Set.copyOf(takes);
    }

    /**
     * An operator that needs no time.
     *
     * @param dpv its term
     * @param first a type that it takes
     * @param others further ones
     * @return its facts
     */
    public static Facts of(String dpv, ValueType first, ValueType... others) {
        return new Facts(EnumSet.of(first, others), Duration.ZERO, dpv);
    }
}
