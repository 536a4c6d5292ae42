package sluice.broker.core.plan.operator.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.driver.spi.Point;

/**
 * {@code {in: [zone, ...]}}, {@code {outside: [zone, ...]}}: a point in one of the zones, or in none. Label: of a generalisation by the
 * breadth of the broadest of them, because it is not told which one; outside is taken to be wide.
 *
 * @param names zones
 * @param isInside on which side the point has to be
 */
record Within(List<String> names, boolean isInside) implements Demand {
    static Optional<Demand> parse(Argument argument) {
        return side(argument, "in", true).or(() -> side(argument, "outside", false));
    }

    private static Optional<Demand> side(Argument argument, String key, boolean isInside) {
        List<String> names = argument.at(key).words();
        return argument.entries().keySet().equals(Set.of(key)) && !names.isEmpty()
                ? Optional.of(new Within(names, isInside))
                : Optional.empty();
    }

    @Override
    public Set<String> zones() {
        return Set.copyOf(names);
    }

    @Override
    public Optional<Condition> of(Value value) {
        Zones zones = value.setting().zones().only(names);
        return value.type() == ValueType.POINT && Set.copyOf(zones.names()).containsAll(names)
                ? Optional.of(new Condition(
                        value.field(),
                        value.generalisedTo(zones.broadestMetres()),
                        (reading, i) -> reading.getObject(i) instanceof Point point
                                && (zones.at(point.latitude(), point.longitude()) != null) == isInside))
                : Optional.empty();
    }
}
