package sluice.broker.core.plan.operator.place;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.driver.spi.Point;

/**
 * {@code geofence-redact: {in: [zone, ...]}} or {@code {outside: [zone, ...]}}: the point as it is, absent where it lies in one of the zones,
 * or in none of them.
 *
 * <p>Label: stays. Elsewhere the point is told as it is, and that it is absent tells on which side it was. ISO/IEC 20889 suppression.
 */
final class GeofenceRedact implements OperatorKind {
    @Override
    public String name() {
        return "geofence-redact";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.REDACTION, ValueType.POINT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                fence(argument, "in", true).or(() -> fence(argument, "outside", false)),
                "`geofence-redact` takes `{in: [ZONE, ...]}` or `{outside: [ZONE, ...]}`",
                argument);
    }

    private static Optional<Fitting> fence(Argument argument, String key, boolean redactsInside) {
        List<String> names = argument.at(key).words();
        return argument.entries().keySet().equals(Set.of(key)) && !names.isEmpty()
                ? Optional.of(new Named(names, value -> zones -> fit(value, zones, redactsInside)))
                : Optional.empty();
    }

    private static Fit fit(Value value, Zones zones, boolean redactsInside) {
        return value.type() == ValueType.POINT
                ? new Fit.Fits(
                        ValueType.POINT,
                        value.label(),
                        (from, i, to, j) -> to.setObject(
                                j, visible((Point) requireNonNull(from.getObject(i)), zones, redactsInside)))
                : new Fit.Unfit("`geofence-redact` takes a point, got " + value.type());
    }

    private static @Nullable Point visible(Point point, Zones zones, boolean redactsInside) {
        boolean isInside = zones.at(point.latitude(), point.longitude()) != null;
        return isInside == redactsInside ? null : point;
    }
}
