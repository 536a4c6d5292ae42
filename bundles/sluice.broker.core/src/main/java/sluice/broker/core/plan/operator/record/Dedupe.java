package sluice.broker.core.plan.operator.record;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.ScreenKind;

/**
 * {@code dedupe: {by: field, within: duration}}: of records with one value of a field the first, and then none for so long, by the platform's
 * clock; see {@link Repeats}.
 *
 * <p>Label: that of the field, and DEIDENTIFIED at most. That a record passes tells that its value is another one than those of a moment ago, and
 * not which.
 */
final class Dedupe implements ScreenKind {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public String name() {
        return "dedupe";
    }

    @Override
    public Facts facts() {
        return new Facts(Set.of(), Duration.ZERO, "dpv:Screen");
    }

    @Override
    public Reason reason() {
        return Reason.REPEATED;
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        Optional<Duration> within = argument.at("within").duration().filter(length -> length.compareTo(LONGEST) <= 0);
        return Parsed.of(
                argument.entries().keySet().equals(Set.of("by", "within"))
                        ? argument.at("by").word().flatMap(field -> within.map(length -> fitting(field, length)))
                        : Optional.empty(),
                "`dedupe` takes `{by: FIELD, within: DURATION}` of up to " + LONGEST,
                argument);
    }

    private static Label label(Label field) {
        return field.isAbove(Label.DEIDENTIFIED) ? Label.DEIDENTIFIED : field;
    }

    private static Fitting fitting(String field, Duration within) {
        return setting -> {
            CatalogueField known = setting.stream().fields().get(field);
            return known == null
                    ? new Fit.Unfit("`dedupe`: stream `" + setting.stream().name() + "` has no field `" + field + "`")
                    : new Fit.Fits(label(known.label()), Set.of(), salt -> new Repeats(field, within.toMillis()));
        };
    }
}
