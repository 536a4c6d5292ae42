package sluice.broker.core.plan.operator.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code round-time: interval}: the beginning of the interval that holds the instant, counted from 1970-01-01T00:00:00Z; of a duration, the
 * greatest multiple of the interval that is not longer. Whole seconds, at most a day. Daylight saving does not matter: intervals are counted
 * in UTC.
 *
 * <p>Label: of a generalisation by the interval, in seconds. ISO/IEC 20889 generalisation.
 */
final class RoundTime implements OperatorKind {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public String name() {
        return "round-time";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DEIDENTIFICATION, ValueType.INSTANT, ValueType.DURATION);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                interval(argument).map(seconds -> value -> fit(value, seconds)),
                "`round-time` takes whole seconds up to a day, like PT15M",
                argument);
    }

    /** The interval from which on the catalogue calls the field de-identified. */
    @Override
    public List<Argument> remedies(Value value) {
        double seconds = Math.ceil(value.field().coarse().step());
        return seconds <= LONGEST.toSeconds()
                ? List.of(Argument.of(Duration.ofSeconds((long) seconds).toString()))
                : List.of();
    }

    private static Optional<Long> interval(Argument argument) {
        return argument.duration()
                .filter(interval -> interval.getNano() == 0 && interval.compareTo(LONGEST) <= 0)
                .map(Duration::toSeconds);
    }

    private static Fit fit(Value value, long seconds) {
        return switch (value.type()) {
            case INSTANT ->
                new Fit.Fits(
                        ValueType.INSTANT,
                        value.generalisedTo(seconds),
                        (from, i, to, j) ->
                                to.setObject(j, floor((Instant) requireNonNull(from.getObject(i)), seconds)));
            case DURATION ->
                new Fit.Fits(
                        ValueType.DURATION,
                        value.generalisedTo(seconds),
                        (from, i, to, j) ->
                                to.setObject(j, floor((Duration) requireNonNull(from.getObject(i)), seconds)));
            default -> new Fit.Unfit("`round-time` takes an instant or a duration, got " + value.type());
        };
    }

    private static Instant floor(Instant instant, long seconds) {
        long second = instant.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, seconds));
    }

    /** The seconds of a duration are rounded down already, also of a negative one. Below the least that can be, the least. */
    private static Duration floor(Duration duration, long seconds) {
        long second = duration.getSeconds();
        long rest = Math.floorMod(second, seconds);
        return Duration.ofSeconds(second < Long.MIN_VALUE + rest ? Long.MIN_VALUE : second - rest);
    }
}
