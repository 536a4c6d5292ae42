package sluice.broker.core.plan.condition;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import sluice.broker.core.model.PolicyCondition.Hours;

/**
 * Whether it is one of a policy's hours. The answer is the same for a whole minute, so the calendar is asked once a minute. Safe for several
 * threads: minute and answer are one word.
 */
final class Opening {
    static final long MINUTE_MILLIS = 60_000;

    private final Hours hours;
    private volatile long known = Long.MIN_VALUE;

    Opening(Hours hours) {
        this.hours = hours;
    }

    boolean isOpen(long minute) {
        long answer = known;
        if (answer >> 1 != minute) {
            answer = minute << 1 | (isOpenIn(minute) ? 1 : 0);
            known = answer;
        }
        return (answer & 1) == 1;
    }

    private boolean isOpenIn(long minute) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(minute * MINUTE_MILLIS), hours.zone());
        LocalTime time = local.toLocalTime();
        boolean isOverMidnight = !hours.from().isBefore(hours.to());
        boolean isAfterBegin = !time.isBefore(hours.from());
        boolean isBeforeEnd = time.isBefore(hours.to());
        boolean sinceToday = isAfterBegin && (isOverMidnight || isBeforeEnd);
        boolean sinceYesterday = isOverMidnight && isBeforeEnd;
        return sinceToday && hours.days().contains(local.getDayOfWeek())
                || sinceYesterday && hours.days().contains(local.minus(1, DAYS).getDayOfWeek());
    }
}
