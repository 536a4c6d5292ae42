package sluice.broker.core.plan.operator.record;

import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.Label;
import sluice.broker.core.shape.Slots;

/**
 * What a field has to be for a record to pass.
 *
 * @param field the field, as the catalogue has it
 * @param label label of what is told by a record's passing
 * @param test the condition itself
 */
record Condition(CatalogueField field, Label label, Test test) {
    /** A condition on a value that is there. */
    @FunctionalInterface
    interface Test {
        /**
         * Whether it holds.
         *
         * @param reading the reading
         * @param index the field's slot
         * @return true if the record may pass
         */
        boolean holds(Slots reading, int index);
    }

    /** Whether less is told than the field itself would tell. */
    boolean isCoarser() {
        return field.label().isAbove(label);
    }
}
