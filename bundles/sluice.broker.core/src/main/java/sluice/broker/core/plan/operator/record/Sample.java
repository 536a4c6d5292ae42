package sluice.broker.core.plan.operator.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.plan.operator.kind.ScreenKind;

/**
 * {@code sample: share}: each record with this probability, decided by its reading's id, so that one that comes again is decided alike;
 * {@code sample: {every: n}}: of each device the first record and then every n-th. ISO/IEC 20889 sampling.
 *
 * <p>The id is a pseudorandom function of the reading that only the platform knows. It is mixed with 64 bits of the flow (the finaliser of
 * SplitMix64: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014), so that two recipients do not get the same sample.
 *
 * <p>Label: tells nothing, NONPERSONAL; which records pass does not depend on what is in them.
 */
final class Sample implements ScreenKind {
    private static final int MOST = 1_000_000;
    private static final double UNIT = 0x1p-53;
    private static final int SPARE_BITS = 11;

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public Facts facts() {
        return new Facts(Set.of(), Duration.ZERO, "dpv:Screen");
    }

    @Override
    public Reason reason() {
        return Reason.SAMPLED_OUT;
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                share(argument).or(() -> every(argument)),
                "`sample` takes a share above 0 and up to 1, or `{every: NUMBER}` from 1 to " + MOST,
                argument);
    }

    private static Optional<Fitting> share(Argument argument) {
        return argument.number()
                .map(BigDecimal::doubleValue)
                .filter(share -> share > 0 && share <= 1)
                .map(share -> setting -> Fit.Fits.blind(salt -> chosenBy(salt, share)));
    }

    private static Optional<Fitting> every(Argument argument) {
        return argument.entries().keySet().equals(Set.of("every"))
                ? argument.at("every")
                        .whole(1, MOST)
                        .map(number -> setting -> Fit.Fits.blind(salt -> new EveryNth(number)))
                : Optional.empty();
    }

    private static Screen chosenBy(long salt, double share) {
        return (reading, source, chance, now) -> (mix(chance ^ salt) >>> SPARE_BITS) * UNIT < share;
    }

    private static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
