package sluice.broker.core.plan.operator.text;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code truncate: n}: the first n characters of a text. A character is a Unicode code point, so that no surrogate pair is cut; an accent
 * that is a code point of its own may be.
 *
 * <p>Label: stays. How many values share a beginning, nobody can say. ISO/IEC 20889 masking.
 */
final class Truncate implements OperatorKind {
    private static final int MOST = 65_536;

    @Override
    public String name() {
        return "truncate";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.REDACTION, ValueType.TEXT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                argument.whole(1, MOST).map(length -> value -> fit(value, length)),
                "`truncate` takes how many characters are left, 1 to " + MOST,
                argument);
    }

    private static Fit fit(Value value, int length) {
        return value.type() == ValueType.TEXT
                ? new Fit.Fits(
                        ValueType.TEXT,
                        value.label(),
                        (from, i, to, j) -> to.setObject(j, cut((String) requireNonNull(from.getObject(i)), length)))
                : new Fit.Unfit("`truncate` takes a text, got " + value.type());
    }

    private static String cut(String text, int length) {
        return text.length() <= length || text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
