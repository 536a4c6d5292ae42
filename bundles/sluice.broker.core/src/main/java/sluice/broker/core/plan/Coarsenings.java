package sluice.broker.core.plan;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Policy;

/**
 * By which operator each field of a policy was coarsened. Two coarse values of one field, on two grids, tell more together than either:
 * 50 to 59 and 56 to 62 is 56 to 59. So a label is lowered by one operator a field; outputs that begin with the same one are the same
 * coarse value, used twice.
 */
final class Coarsenings {
    private final Map<String, Policy.Step> byField = new HashMap<>();

    /**
     * Notes that an operator lowered a field's label.
     *
     * @param field the field
     * @param step the operator
     * @return another operator that did so before, or null
     */
    Policy.@Nullable Step clash(String field, Policy.Step step) {
        Policy.Step before = byField.putIfAbsent(field, step);
        return before == null || before.equals(step) ? null : before;
    }
}
