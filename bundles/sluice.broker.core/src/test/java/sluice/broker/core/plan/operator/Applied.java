package sluice.broker.core.plan.operator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** An operator of a policy, applied to one value at a time. */
final class Applied {
    private final Operator operator;

    private Applied(Operator operator) {
        this.operator = operator;
    }

    static Applied named(String name, String argument, ValueType type) {
        OperatorKind.Fit fit = fit(name, argument, new OperatorKind.Value(type, Label.NONPERSONAL, Coarseness.NEVER));
        return new Applied(Assertions.assertThat(fit)
                .asInstanceOf(InstanceOfAssertFactories.type(OperatorKind.Fit.Fits.class))
                .actual()
                .operator());
    }

    static OperatorKind.Fit fit(String name, String argument, OperatorKind.Value value) {
        return new Operators().named(name).orElseThrow().fit(value, argument);
    }

    double to(double value) {
        Slots slots = new Slots(2);
        slots.setDouble(0, value);
        return applied(slots).getDouble(1);
    }

    long to(long value) {
        Slots slots = new Slots(2);
        slots.setLong(0, value);
        return applied(slots).getLong(1);
    }

    Instant to(Instant value) {
        return (Instant) object(value);
    }

    Point to(Point value) {
        return (Point) object(value);
    }

    private Object object(Object value) {
        Slots slots = new Slots(2);
        slots.setObject(0, value);
        return requireNonNull(applied(slots).getObject(1));
    }

    private Slots applied(Slots slots) {
        operator.apply(slots, 0, slots, 1);
        return slots;
    }
}
