package sluice.broker.core.plan.operator.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * For how long at least a part of the local time stays the same. A clock that is set forward cuts the part at which it is set: of a day an
 * hour is missing, of an hour half where a zone's summer time is half an hour. A clock that is set back only repeats.
 *
 * <p>Clocks that were set before {@link #RECENT} count only where the catalogue lets readings in that are so old: Newfoundland's were set at
 * a minute past midnight until 2011, which left an hour of one minute.
 */
final class Sameness {
    private static final Instant RECENT = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration OLD = Duration.ofDays(5 * 365);
    private static final int RULES_OF_YEAR = 2_100;

    private Sameness() {}

    /**
     * The shortest time.
     *
     * @param part the part
     * @param zone where
     * @param maxAge how old a reading may be
     * @return seconds
     */
    static long shortestSeconds(Part part, ZoneId zone, Duration maxAge) {
        Instant from = maxAge.compareTo(OLD) <= 0 ? RECENT : Instant.EPOCH;
        ZoneRules rules = zone.getRules();
        Stream<ZoneOffsetTransition> past = rules.getTransitions().stream()
                .filter(transition -> transition.getInstant().isAfter(from));
        Stream<ZoneOffsetTransition> future =
                rules.getTransitionRules().stream().map(rule -> rule.createTransition(RULES_OF_YEAR));
        return Stream.concat(past, future)
                .filter(ZoneOffsetTransition::isGap)
                .flatMapToLong(gap -> pieces(part, gap))
                .filter(seconds -> seconds > 0)
                .reduce(part.shortestSeconds(), Math::min);
    }

    /** What is left of the value that ends in the gap, and of the one that begins in it; if they are one, of both together. */
    private static LongStream pieces(Part part, ZoneOffsetTransition gap) {
        long before = seconds(part.begin(gap.getDateTimeBefore()), gap.getDateTimeBefore());
        long after = seconds(gap.getDateTimeAfter(), part.end(gap.getDateTimeAfter()));
        boolean isOne = part.begin(gap.getDateTimeBefore()).equals(part.begin(gap.getDateTimeAfter()));
        return isOne ? LongStream.of(before + after) : LongStream.of(before, after);
    }

    private static long seconds(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toSeconds();
    }
}
