package sluice.broker.core.plan.operator.plain;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.shape.Slots;

/**
 * {@code constant: value}: the same value in every record, of the field's type. Text, long, double, boolean.
 *
 * <p>Label: NONPERSONAL where it stands first, because the result is there whether the field has a value or not, and so says nothing at
 * all; behind another operator the label stays, because then its being there tells that the field has a value. ISO/IEC 20889 suppression.
 */
final class Constant implements OperatorKind {
    @Override
    public String name() {
        return "constant";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.REDACTION, ValueType.TEXT, ValueType.LONG, ValueType.DOUBLE, ValueType.BOOLEAN);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                argument.word().map(word -> value -> fit(value, argument, word)),
                "`constant` takes one text, number or truth value",
                argument);
    }

    private static Fit fit(Value value, Argument argument, String word) {
        Optional<Operator> always = operator(value.type(), argument, word)
                .map(operator -> value.isFirst() ? new Always(operator) : operator);
        Label label = value.isFirst() ? Label.NONPERSONAL : value.label();
        return always.<Fit>map(operator -> new Fit.Fits(value.type(), label, operator))
                .orElseGet(() -> new Fit.Unfit("`constant` can not make " + argument.shown() + " a " + value.type()
                        + "; it takes a text, long, double or boolean"));
    }

    private static Optional<Operator> operator(ValueType type, Argument argument, String word) {
        return switch (type) {
            case TEXT -> Optional.of((from, i, to, j) -> to.setObject(j, word));
            case LONG -> whole(argument).map(number -> (from, i, to, j) -> to.setLong(j, number));
            case DOUBLE ->
                argument.number()
                        .map(BigDecimal::doubleValue)
                        .map(number -> (from, i, to, j) -> to.setDouble(j, number));
            case BOOLEAN ->
                Optional.of(word)
                        .filter(text -> text.equals("true") || text.equals("false"))
                        .map(text -> (from, i, to, j) -> to.setBoolean(j, text.equals("true")));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> whole(Argument argument) {
        try {
            return argument.number()
                    .filter(number -> Math.abs(number.doubleValue()) <= Long.MAX_VALUE)
                    .map(BigDecimal::longValueExact);
        } catch (ArithmeticException noWholeNumber) {
            return Optional.empty();
        }
    }

    /** There in every record. */
    private record Always(Operator operator) implements Operator {
        @Override
        public void apply(Slots from, int fromIndex, Slots to, int toIndex) {
            operator.apply(from, fromIndex, to, toIndex);
        }

        @Override
        public boolean needsValue() {
            return false;
        }
    }
}
