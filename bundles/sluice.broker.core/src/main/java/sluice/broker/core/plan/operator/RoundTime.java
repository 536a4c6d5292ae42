package sluice.broker.core.plan.operator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.Slots;

/**
 * {@code round-time: duration}: the beginning of the interval that holds the instant, counted from 1970-01-01T00:00:00Z. Instants; whole
 * seconds, at most a day; an indirect identifier whose interval is coarse enough becomes de-identified. DPV: {@code dpv:DataMinimisation};
 * ISO/IEC 20889 generalisation.
 */
final class RoundTime implements OperatorKind {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public String name() {
        return "round-time";
    }

    @Override
    public Fit fit(Value value, String argument) {
        Optional<Duration> interval = parse(argument);
        if (interval.isEmpty()) {
            return new Fit.Unfit("`round-time` takes whole seconds up to a day, like PT15M, got `" + argument + "`");
        }
        if (value.type() != ValueType.INSTANT) {
            return new Fit.Unfit("`round-time` takes an instant, got " + value.type());
        }
        long seconds = interval.get().toSeconds();
        return new Fit.Fits(
                ValueType.INSTANT, value.generalisedTo(seconds), (from, i, to, j) -> floor(from, i, to, j, seconds));
    }

    private static Optional<Duration> parse(String argument) {
        try {
            Duration interval = Duration.parse(argument);
            boolean fits = interval.toSeconds() >= 1 && interval.getNano() == 0 && interval.compareTo(LONGEST) <= 0;
            return fits ? Optional.of(interval) : Optional.empty();
        } catch (DateTimeException noDuration) {
            return Optional.empty();
        }
    }

    private static void floor(Slots from, int i, Slots to, int j, long seconds) {
        long second = ((Instant) Objects.requireNonNull(from.getObject(i))).getEpochSecond();
        to.setObject(j, Instant.ofEpochSecond(second - Math.floorMod(second, seconds)));
    }
}
