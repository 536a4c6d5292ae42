package sluice.broker.core.plan.operator.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A part of a local date and time, and for how many seconds at least it stays the same on a clock that is never set. */
enum Part {
    /** 0 to 59. */
    MINUTE(ChronoField.MINUTE_OF_HOUR, ChronoUnit.MINUTES, 60),
    /** 0 to 23. */
    HOUR(ChronoField.HOUR_OF_DAY, ChronoUnit.HOURS, 3_600),
    /** 1 (Monday) to 7 (Sunday), ISO 8601. */
    WEEKDAY(ChronoField.DAY_OF_WEEK, ChronoUnit.DAYS, 86_400),
    /** 1 to 31. */
    DAY(ChronoField.DAY_OF_MONTH, ChronoUnit.DAYS, 86_400),
    /** 1 to 12. */
    MONTH(ChronoField.MONTH_OF_YEAR, ChronoUnit.MONTHS, 28 * 86_400),
    /** The year of our era. */
    YEAR(ChronoField.YEAR, ChronoUnit.YEARS, 365 * 86_400);

    private final ChronoField field;
    private final ChronoUnit unit;
    private final long shortestSeconds;

    Part(ChronoField field, ChronoUnit unit, long shortestSeconds) {
        this.field = field;
        this.unit = unit;
        this.shortestSeconds = shortestSeconds;
    }

    /** The value of this part at an instant. */
    long of(Instant instant, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(instant);
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset).get(field);
    }

    long shortestSeconds() {
        return shortestSeconds;
    }

    /** When the present value of this part began. */
    LocalDateTime begin(LocalDateTime time) {
        return switch (unit) {
            case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case YEARS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            default -> time.truncatedTo(unit);
        };
    }

    /** When the present value of this part ends. */
    LocalDateTime end(LocalDateTime time) {
        return begin(time).plus(1, unit);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
