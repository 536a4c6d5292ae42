package sluice.broker.core.plan.operator.text;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code mask}, {@code mask: {first: m, last: n}}: every character a {@code *}, but the first m and the last n. A character is a Unicode
 * code point; half a surrogate pair on its own counts as one. A text that has no more than m + n is masked whole: it would not be masked
 * otherwise.
 *
 * <p>Label: stays. Half a licence plate is a licence plate, and even a row of stars tells how long the text is. ISO/IEC 20889 masking.
 */
final class Mask implements OperatorKind {
    private static final int MOST = 64;

    private record Shown(int first, int last) {}

    @Override
    public String name() {
        return "mask";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.REDACTION, ValueType.TEXT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                shown(argument).map(shown -> value -> fit(value, shown)),
                "`mask` takes `{first: NUMBER, last: NUMBER}`, up to " + MOST + ", or nothing",
                argument);
    }

    private static Optional<Shown> shown(Argument argument) {
        if (argument.equals(Argument.NONE)) {
            return Optional.of(new Shown(0, 0));
        }
        boolean isSound = !argument.entries().isEmpty()
                && Set.of("first", "last").containsAll(argument.entries().keySet());
        return isSound
                ? count(argument, "first")
                        .flatMap(first -> count(argument, "last").map(last -> new Shown(first, last)))
                : Optional.empty();
    }

    private static Optional<Integer> count(Argument argument, String key) {
        return argument.entries().containsKey(key) ? argument.at(key).whole(0, MOST) : Optional.of(0);
    }

    private static Fit fit(Value value, Shown shown) {
        return value.type() == ValueType.TEXT
                ? new Fit.Fits(
                        ValueType.TEXT,
                        value.label(),
                        (from, i, to, j) -> to.setObject(j, mask((String) requireNonNull(from.getObject(i)), shown)))
                : new Fit.Unfit("`mask` takes a text, got " + value.type());
    }

    private static String mask(String text, Shown shown) {
        int length = text.codePointCount(0, text.length());
        if (length <= shown.first + shown.last) {
            return "*".repeat(length);
        }
        int head = text.offsetByCodePoints(0, shown.first);
        int tail = text.offsetByCodePoints(text.length(), -shown.last);
        return text.substring(0, head) + "*".repeat(length - shown.first - shown.last) + text.substring(tail);
    }
}
