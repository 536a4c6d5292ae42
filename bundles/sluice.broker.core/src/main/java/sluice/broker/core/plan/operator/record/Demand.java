package sluice.broker.core.plan.operator.record;

import java.util.Optional;
import java.util.Set;
import sluice.broker.core.plan.operator.kind.Value;

/** A condition as the policy writes it, before it is known what type its field has. */
@FunctionalInterface
interface Demand {
    /**
     * Asks it of a field.
     *
     * @param value the field
     * @return the condition, or empty if it can not be asked of that type
     */
    Optional<Condition> of(Value value);

    /**
     * The zones that it names.
     *
     * @return names
     */
    default Set<String> zones() {
        return Set.of();
    }
}
