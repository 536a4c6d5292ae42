package sluice.broker.core.plan.operator.kind;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.OperatorKind.Fit;

/**
 * A value on its way through a policy's operators.
 *
 * <p>INVARIANT: only the first operator of an output lowers a label, because only its steps are steps of the field's own values. What comes
 * after it is computed from what the recipient may know already, so it neither lowers nor raises. {@code round: 5} and then
 * {@code round: 10} tells 7.5 to 12.5 from everything else, which is no step of 10.
 *
 * @param type its type now
 * @param label its label now
 * @param isFirst whether nothing was applied to it yet
 * @param field the field that it comes from
 * @param setting what stands around it
 */
public record Value(ValueType type, Label label, boolean isFirst, CatalogueField field, Setting setting) {
    public Value {
        requireNonNull(type, "type is null");
        requireNonNull(label, "label is null");
        requireNonNull(field, "field is null");
        requireNonNull(setting, "setting is null");
    }

    /**
     * A field's value as it comes.
     *
     * @param field the field
     * @param setting what stands around it
     * @return the value
     */
    public static Value of(CatalogueField field, Setting setting) {
        return new Value(field.type(), field.label(), true, field, setting);
    }

    /**
     * The value after an operator.
     *
     * @param fits the operator's result
     * @return the next value
     */
    public Value after(Fit.Fits fits) {
        return new Value(fits.type(), fits.label(), false, field, setting);
    }

    /**
     * The label after generalisation to a step: an indirect identifier that is coarse enough is de-identified; every other label stays.
     *
     * @param step in the unit of the field's {@link sluice.broker.core.model.Coarseness}: the least that any two values told apart are apart
     * @return this label, or {@link Label#DEIDENTIFIED}
     */
    public Label generalisedTo(double step) {
        return label == Label.INDIRECT && isMetBy(step) ? Label.DEIDENTIFIED : label;
    }

    /**
     * The label after only the side of a threshold is told: as after a step as wide as the narrower side is within the catalogue's range.
     *
     * @param threshold in the field's unit
     * @return this label, or {@link Label#DEIDENTIFIED}
     */
    public Label splitAt(double threshold) {
        Limits limits = field.limits();
        return generalisedTo(Math.min(threshold - limits.minimum(), limits.maximum() - threshold));
    }

    /**
     * The label after only the kind of the value is told: whatever identified is de-identified if the smallest kind is large enough.
     *
     * @param smallest how many values the smallest kind has
     * @return this label, or {@link Label#DEIDENTIFIED}
     */
    public Label classedBy(double smallest) {
        return label.isAbove(Label.DEIDENTIFIED) && isMetBy(smallest) ? Label.DEIDENTIFIED : label;
    }

    private boolean isMetBy(double step) {
        return isFirst && field.coarse().isMetBy(step);
    }
}
