package sluice.broker.core.plan.operator.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A part of a local date and time, and for how many seconds at least it stays the same on a clock that is never set. */
enum Part {
    /** 0 to 59. */
    MINUTE(ChronoUnit.MINUTES, 60),
    /** 0 to 23. */
    HOUR(ChronoUnit.HOURS, 3_600),
    /** 1 (Monday) to 7 (Sunday), ISO 8601. */
    WEEKDAY(ChronoUnit.DAYS, 86_400),
    /** 1 to 31. */
    DAY(ChronoUnit.DAYS, 86_400),
    /** 1 to 12. */
    MONTH(ChronoUnit.MONTHS, 28 * 86_400),
    /** The year of our era. */
    YEAR(ChronoUnit.YEARS, 365 * 86_400);

    private static final int DAY_SECONDS = 86_400;

    /** 1970-01-01 was a Thursday. */
    private static final int EPOCH_WEEKDAY = 4;

    private final ChronoUnit unit;
    private final long shortestSeconds;

    Part(ChronoUnit unit, long shortestSeconds) {
        this.unit = unit;
        this.shortestSeconds = shortestSeconds;
    }

    /** The value of this part at an instant; without an object for the parts that most policies name. */
    long of(Instant instant, ZoneId zone) {
        long local =
                instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
        long day = Math.floorDiv(local, DAY_SECONDS);
        long second = Math.floorMod(local, DAY_SECONDS);
        return switch (this) {
            case MINUTE -> second / 60 % 60;
            case HOUR -> second / 3_600;
            case WEEKDAY -> Math.floorMod(day + EPOCH_WEEKDAY - 1, 7) + 1;
            case DAY -> LocalDate.ofEpochDay(day).getDayOfMonth();
            case MONTH -> LocalDate.ofEpochDay(day).getMonthValue();
            case YEAR -> LocalDate.ofEpochDay(day).getYear();
        };
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
