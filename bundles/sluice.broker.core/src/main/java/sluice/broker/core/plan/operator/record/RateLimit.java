package sluice.broker.core.plan.operator.record;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.ScreenKind;

/**
 * {@code rate-limit: {most: n, per: duration}}: of each device at most n records at once, and n in each such time in the long run; see
 * {@link TokenBuckets}. By the platform's clock, when a record comes, not when it was observed.
 *
 * <p>Label: tells nothing, NONPERSONAL; which records pass does not depend on what is in them.
 */
final class RateLimit implements ScreenKind {
    private static final int MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(31);

    @Override
    public String name() {
        return "rate-limit";
    }

    @Override
    public Facts facts() {
        return new Facts(Set.of(), Duration.ZERO, "dpv:Screen");
    }

    @Override
    public Reason reason() {
        return Reason.OVER_RATE;
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                limit(argument),
                "`rate-limit` takes `{most: NUMBER, per: DURATION}` with 1 to " + MOST + " and up to P31D",
                argument);
    }

    private static Optional<Fitting> limit(Argument argument) {
        Optional<Integer> most = argument.at("most").whole(1, MOST);
        Optional<Duration> per = argument.at("per").duration().filter(length -> length.compareTo(LONGEST) <= 0);
        return argument.entries().keySet().equals(Set.of("most", "per"))
                ? most.flatMap(number -> per.filter(length -> length.toNanos() >= number)
                        .map(length -> setting -> Fit.Fits.blind(salt -> new TokenBuckets(number, length.toNanos()))))
                : Optional.empty();
    }
}
