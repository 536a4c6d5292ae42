package sluice.broker.core.plan.operator.pseudonym;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code mac-kind}: what kind of MAC address a text is, and nothing of which one: {@code global} (given by its maker: the device's own for
 * life), {@code local} (locally administered: made up by the device, by most phones a new one for each network or day), {@code group} (no
 * device's at all), {@code none} (no MAC address). Twelve hexadecimal digits, apart by colons, hyphens or dots as they like, or not.
 *
 * <p>IEEE 802-2014, section 8.2: the lowest bit of the first octet says group, the next one locally administered.
 *
 * <p>Label: as of a {@code class-of} whose smallest class has 2^46 values.
 */
final class MacKind implements OperatorKind {
    private static final double VALUES = 1L << 46;
    private static final int DIGITS = 12;
    private static final int GROUP = 1;
    private static final int LOCAL = 2;

    @Override
    public String name() {
        return "mac-kind";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DERIVE, ValueType.TEXT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        Optional<Fitting> fitting = argument.equals(Argument.NONE) ? Optional.of(MacKind::fit) : Optional.empty();
        return Parsed.of(fitting, "`mac-kind` takes nothing", argument);
    }

    private static Fit fit(Value value) {
        return value.type() == ValueType.TEXT
                ? new Fit.Fits(
                        ValueType.TEXT,
                        value.classedBy(VALUES),
                        (from, i, to, j) -> to.setObject(j, kind((String) requireNonNull(from.getObject(i)))))
                : new Fit.Unfit("`mac-kind` takes a text, got " + value.type());
    }

    static String kind(String text) {
        int digits = 0;
        int second = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isApart = ":-.".indexOf(character) >= 0;
            int digit = character < 0x80 ? Character.digit(character, 16) : -1;
            if (digit < 0 && !isApart) {
                return "none";
            }
            digits += isApart ? 0 : 1;
            second = digits == 2 && !isApart ? digit : second;
        }
        return digits == DIGITS ? kind(second) : "none";
    }

    /** By the lower half of the first octet. */
    private static String kind(int half) {
        if ((half & GROUP) != 0) {
            return "group";
        }
        return (half & LOCAL) != 0 ? "local" : "global";
    }
}
