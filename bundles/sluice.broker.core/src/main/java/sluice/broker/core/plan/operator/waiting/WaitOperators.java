package sluice.broker.core.plan.operator.waiting;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.waiting.WaitKind.Wait;
import sluice.broker.core.waiting.Delay;
import sluice.broker.core.waiting.Shuffle;
import sluice.broker.core.waiting.TrimTripEnds;

/** The operators of this room: {@code delay}, {@code shuffle-in-batch}, {@code trim-trip-ends}. */
public final class WaitOperators {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_IN_BATCH = 10_000;
    private static final double MOST_METRES = 100_000;
    private static final Set<String> TRIM = Set.of("by", "at", "metres", "time", "gap");

    private WaitOperators() {}

    /**
     * All of them.
     *
     * @return one a word
     */
    public static List<WaitKind> all() {
        Facts facts = new Facts(Set.of(), LONGEST, Facts.TRANSFORM);
        Facts redacts = new Facts(Set.of(), LONGEST, Facts.REDACTION);
        return List.of(
                new WaitKind("delay", facts, Reason.BUFFER_FULL, WaitOperators::delay),
                new WaitKind("shuffle-in-batch", facts, Reason.WINDOW_VOID, WaitOperators::shuffle),
                new WaitKind("trim-trip-ends", redacts, Reason.TRIMMED, WaitOperators::trim));
    }

    private static Parsed<Wait> delay(Argument argument) {
        return Parsed.of(
                length(argument).map(delay -> new Wait("", "", random -> new Delay(delay))),
                "`delay` takes a duration of up to " + LONGEST,
                argument);
    }

    private static Parsed<Wait> shuffle(Argument argument) {
        Optional<Integer> size = argument.at("of").whole(2, MOST_IN_BATCH);
        Optional<Duration> longest = length(argument.at("atMost"));
        return Parsed.of(
                argument.entries().keySet().equals(Set.of("of", "atMost"))
                        ? size.flatMap(of ->
                                longest.map(wait -> new Wait("", "", random -> new Shuffle(of, wait, random))))
                        : Optional.empty(),
                "`shuffle-in-batch` takes `{of: NUMBER, atMost: DURATION}` with 2 to " + MOST_IN_BATCH + " and up to "
                        + LONGEST,
                argument);
    }

    private static Parsed<Wait> trim(Argument argument) {
        return Parsed.of(
                trimmed(argument),
                "`trim-trip-ends` takes `{by: FIELD, at: POINT, metres: NUMBER, time: DURATION, gap: DURATION}` with metres"
                        + " and the point, a time, or all",
                argument);
    }

    private static Optional<Wait> trimmed(Argument argument) {
        Set<String> keys = argument.entries().keySet();
        double metres = argument.at("metres")
                .number()
                .map(BigDecimal::doubleValue)
                .filter(number -> number > 0 && number <= MOST_METRES)
                .orElse(0.0);
        Duration time = length(argument.at("time")).orElse(Duration.ZERO);
        Optional<String> by = argument.at("by").word();
        Optional<Duration> gap = length(argument.at("gap"));
        boolean isSound = TRIM.containsAll(keys)
                && keys.contains("metres") == metres > 0
                && keys.contains("at") == metres > 0
                && keys.contains("time") == !time.isZero()
                && (metres > 0 || !time.isZero());
        String place = argument.at("at").word().orElse("");
        return by.filter(subject -> isSound && (metres == 0 || !place.isEmpty()))
                .flatMap(subject -> gap.map(silence -> new Wait(
                        subject, place, random -> new TrimTripEnds(new TrimTripEnds.Ends(metres, time, silence)))));
    }

    private static Optional<Duration> length(Argument argument) {
        return argument.duration().filter(length -> length.compareTo(LONGEST) <= 0 && length.toMillis() > 0);
    }
}
