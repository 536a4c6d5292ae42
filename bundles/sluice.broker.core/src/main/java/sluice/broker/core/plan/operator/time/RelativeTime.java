package sluice.broker.core.plan.operator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * {@code relative-time: {since: field}}: how long after another instant of the same reading; negative if before. Absent if the other one is.
 * Instants; gives a duration. Counted in seconds of UTC, so that daylight saving does not matter.
 *
 * <p>Label: the higher one of the two fields'. Who gets the record as it comes knows about when one of them was. It stands first, because it
 * needs the reading's own values. ISO/IEC 20889 has no such technique; medical de-identification knows it as relative dates.
 */
final class RelativeTime implements OperatorKind {
    private static final String SINCE = "since";

    @Override
    public String name() {
        return "relative-time";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DERIVE, ValueType.INSTANT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        Optional<String> since = argument.entries().keySet().equals(Set.of(SINCE))
                ? argument.at(SINCE).word()
                : Optional.empty();
        return Parsed.of(
                since.map(field -> value -> fit(value, field)), "`relative-time` takes `{since: FIELD}`", argument);
    }

    private static Fit fit(Value value, String since) {
        if (value.type() != ValueType.INSTANT || !value.isFirst()) {
            return new Fit.Unfit("`relative-time` takes an instant and stands first, got " + value.type());
        }
        Optional<Label> other = value.setting()
                .value(since)
                .filter(field -> field.type() == ValueType.INSTANT)
                .map(Value::label);
        return other.<Fit>map(label ->
                        new Fit.Fits(ValueType.DURATION, value.label().max(label), new Since(since, Shape.NOWHERE)))
                .orElseGet(() -> new Fit.Unfit("`relative-time` counts since an instant of the stream; "
                        + Argument.of(since).shown() + " is none"));
    }

    /** Counts since another field; nowhere, until it is linked. */
    private record Since(String field, int index) implements Operator {
        @Override
        public Operator linkedTo(Shape reading) {
            return new Since(field, reading.indexOf(field));
        }

        @Override
        public void apply(Slots from, int fromIndex, Slots to, int toIndex) {
            Object origin = index == Shape.NOWHERE ? null : from.getObject(index);
            boolean isKnown = origin instanceof Instant && from.getObject(fromIndex) instanceof Instant;
            to.setObject(
                    toIndex, isKnown ? Duration.between((Instant) origin, (Instant) from.getObject(fromIndex)) : null);
        }
    }
}
