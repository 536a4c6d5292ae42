package sluice.broker.core.plan.operator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Zone;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** An operator of a policy, applied to one value at a time. */
public final class Applied {
    /** Old town, a square of 0.01 degrees with its corner at 43.65 north, 79.39 west; and the harbour, south of it. */
    public static final List<Zone> ZONES =
            List.of(square("old-town", 43.65, -79.39, 0.01), square("harbour", 43.64, -79.39, 0.01));

    private final Operator operator;

    private Applied(Operator operator) {
        this.operator = operator;
    }

    public static Applied named(String name, String argument, ValueType type) {
        return named(new Operators(), name, argument, type);
    }

    public static Applied named(Operators operators, String name, String argument, ValueType type) {
        OperatorKind.Fit fit = fit(operators, name, argument, value(type, Label.NONPERSONAL, Coarseness.NEVER));
        return new Applied(Assertions.assertThat(fit)
                .asInstanceOf(InstanceOfAssertFactories.type(OperatorKind.Fit.Fits.class))
                .actual()
                .operator());
    }

    public static OperatorKind.Fit fit(String name, String argument, Value value) {
        return fit(new Operators(), name, argument, value);
    }

    private static OperatorKind.Fit fit(Operators operators, String name, String argument, Value value) {
        return operators
                .named(name)
                .orElseThrow()
                .parse(Written.argument(argument))
                .sound()
                .map(fitting -> fitting.fit(value))
                .orElseGet(() -> new OperatorKind.Fit.Unfit(operators
                        .named(name)
                        .orElseThrow()
                        .parse(Written.argument(argument))
                        .fault()
                        .orElseThrow()));
    }

    public static Value value(ValueType type, Label label, Coarseness coarse) {
        return value(type, label, coarse, Limits.NONE);
    }

    public static Value value(ValueType type, Label label, Coarseness coarse, Limits limits) {
        CatalogueField field = Town.field("field", type, label, limits, coarse);
        return Value.of(field, new Setting(stream(field), new Zones(ZONES), "sluice.app.any"));
    }

    public static Zone square(String name, double south, double west, double degrees) {
        return new Zone(
                name,
                List.of(
                        new Zone.Corner(south, west),
                        new Zone.Corner(south + degrees, west),
                        new Zone.Corner(south + degrees, west + degrees),
                        new Zone.Corner(south, west + degrees)),
                new Where("zones/town.yaml", 1));
    }

    private static CatalogueStream stream(CatalogueField field) {
        CatalogueField started =
                Town.field("started", ValueType.INSTANT, Label.PSEUDONYMOUS, Limits.NONE, Coarseness.NEVER);
        return new CatalogueStream(
                "town.any", Map.of("field", field, "started", started), Accuracy.ANY, new Where("any.yaml", 1));
    }

    public double to(double value) {
        Slots slots = new Slots(2);
        slots.setDouble(0, value);
        return applied(slots).getDouble(1);
    }

    public long to(long value) {
        Slots slots = new Slots(2);
        slots.setLong(0, value);
        return applied(slots).getLong(1);
    }

    public boolean isTrue(double value) {
        Slots slots = new Slots(2);
        slots.setDouble(0, value);
        return applied(slots).getBoolean(1);
    }

    public boolean isTrue(long value) {
        Slots slots = new Slots(2);
        slots.setLong(0, value);
        return applied(slots).getBoolean(1);
    }

    public Instant to(Instant value) {
        return (Instant) requireNonNull(object(value));
    }

    public Duration to(Duration value) {
        return (Duration) requireNonNull(object(value));
    }

    public Point to(Point value) {
        return (Point) requireNonNull(object(value));
    }

    public String to(String value) {
        return (String) requireNonNull(object(value));
    }

    /** A number out of something else. */
    public long number(Object value) {
        Slots slots = new Slots(2);
        slots.setObject(0, value);
        return applied(slots).getLong(1);
    }

    /** Null if the result is absent. */
    public @Nullable Object object(Object value) {
        Slots slots = new Slots(2);
        slots.setObject(0, value);
        return applied(slots).getObject(1);
    }

    private Slots applied(Slots slots) {
        operator.apply(slots, 0, slots, 1);
        return slots;
    }
}
