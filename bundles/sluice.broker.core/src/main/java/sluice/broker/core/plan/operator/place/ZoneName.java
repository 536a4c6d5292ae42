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
 * {@code zone}, {@code zone: {among: [name, ...], otherwise: word}}: the name of the city's zone that holds the point; gives a text. Outside
 * of all of them {@code otherwise}, or absent. Where zones overlap the first one in the city's files counts.
 *
 * <p>Label: of a generalisation by the breadth of the narrowest zone, in metres: the diameter of a circle that lies in it and in none that
 * comes before it. Outside is taken to be wide. ISO/IEC 20889 generalisation.
 */
final class ZoneName implements OperatorKind {
    private static final String AMONG = "among";
    private static final String OTHERWISE = "otherwise";

    @Override
    public String name() {
        return "zone";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DEIDENTIFICATION, ValueType.POINT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                named(argument),
                "`zone` takes nothing, or `{among: [ZONE, ...], otherwise: WORD}` or one of the two",
                argument);
    }

    /** All zones of the city, if it has any. */
    @Override
    public List<Argument> remedies(Value value) {
        return value.setting().zones().names().isEmpty() ? List.of() : List.of(Argument.NONE);
    }

    private static Optional<Fitting> named(Argument argument) {
        Set<String> keys = argument.entries().keySet();
        boolean isAlone = argument.equals(Argument.NONE);
        boolean isSound = isAlone || !keys.isEmpty() && Set.of(AMONG, OTHERWISE).containsAll(keys);
        boolean isNamed = !keys.contains(AMONG) || !argument.at(AMONG).words().isEmpty();
        boolean isOther =
                !keys.contains(OTHERWISE) || argument.at(OTHERWISE).word().isPresent();
        String otherwise = argument.at(OTHERWISE).word().orElse(null);
        return isSound && isNamed && isOther
                ? Optional.of(new Named(argument.at(AMONG).words(), value -> zones -> fit(value, zones, otherwise)))
                : Optional.empty();
    }

    private static Fit fit(Value value, Zones zones, @Nullable String otherwise) {
        if (value.type() != ValueType.POINT) {
            return new Fit.Unfit("`zone` takes a point, got " + value.type());
        }
        return new Fit.Fits(
                ValueType.TEXT,
                value.generalisedTo(zones.narrowestMetres()),
                (from, i, to, j) -> to.setObject(j, name((Point) requireNonNull(from.getObject(i)), zones, otherwise)));
    }

    private static @Nullable String name(Point point, Zones zones, @Nullable String otherwise) {
        String name = zones.at(point.latitude(), point.longitude());
        return name == null ? otherwise : name;
    }
}
