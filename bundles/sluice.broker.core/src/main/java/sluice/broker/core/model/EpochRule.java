package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How time is cut into epochs. Whole days are cut at local midnight, seven of them from Monday to Sunday; shorter ones are counted from local
 * midnight, and the last one of a day is as long as the day has left. A day has 23 or 25 hours when the clocks change.
 *
 * @param length one minute to less than a day, or 1 to 366 whole days
 * @param zone whose midnight counts
 */
public record EpochRule(Duration length, ZoneId zone) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** 1970-01-05, counted in days; weeks begin on Mondays. */
    private static final long A_MONDAY = 4;

    public EpochRule {
        requireNonNull(zone, "zone is null");
        if (!isSound(length)) {
            throw new IllegalArgumentException(
                    "an epoch has a minute or more, and whole days if it has one, up to 366, got " + length);
        }
    }

    /**
     * A rule, if it makes sense.
     *
     * @param length as written, see {@link #length}
     * @param zone an IANA time zone or an offset
     * @return empty if it makes none
     */
    public static Optional<EpochRule> of(Duration length, String zone) {
        try {
            return isSound(length) ? Optional.of(new EpochRule(length, ZoneId.of(zone))) : Optional.empty();
        } catch (DateTimeException unknownZone) {
            return Optional.empty();
        }
    }

    private static boolean isSound(Duration length) {
        boolean isWhole = length.compareTo(DAY) < 0 || length.equals(Duration.ofDays(length.toDays()));
        return length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0 && isWhole;
    }

    /**
     * The epoch that holds an instant.
     *
     * @param instant within the years that {@link java.time.LocalDate} knows
     * @return its epoch
     */
    public Epoch at(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return length.compareTo(DAY) < 0 ? partOf(day, instant) : daysAround(day);
    }

    private Epoch daysAround(LocalDate day) {
        long days = length.toDays();
        long first = Math.floorDiv(day.toEpochDay() - A_MONDAY, days) * days + A_MONDAY;
        return new Epoch(midnight(LocalDate.ofEpochDay(first)), midnight(LocalDate.ofEpochDay(first + days)));
    }

    private Epoch partOf(LocalDate day, Instant instant) {
        Instant start = midnight(day);
        Instant end = midnight(day.plusDays(1));
        Instant from =
                start.plus(length.multipliedBy(Duration.between(start, instant).dividedBy(length)));
        Instant until = from.plus(length);
        return new Epoch(from, until.isBefore(end) ? until : end);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return length + " " + zone;
    }
}
