package sluice.broker.core.plan.operator.plain;

import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;

/** {@code keep}: the value as it is. Any type; the label stays. */
final class Keep implements OperatorKind {
    @Override
    public String name() {
        return "keep";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.TRANSFORM, ValueType.TEXT, ValueType.values());
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return argument.equals(Argument.NONE)
                ? new Parsed.Sound<>(value -> new Fit.Fits(value.type(), value.label(), new Kept()))
                : new Parsed.Faulty<>("`keep` takes no argument, got " + argument.shown());
    }
}
