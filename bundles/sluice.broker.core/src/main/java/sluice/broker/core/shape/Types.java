package sluice.broker.core.shape;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.broker.core.model.ValueType;

/** Which Java classes carry which types. */
final class Types {
    static final Map<Class<?>, ValueType> SCALARS = Map.ofEntries(
            entry(String.class, ValueType.TEXT),
            entry(long.class, ValueType.LONG),
            entry(Long.class, ValueType.LONG),
            entry(int.class, ValueType.LONG),
            entry(Integer.class, ValueType.LONG),
            entry(double.class, ValueType.DOUBLE),
            entry(Double.class, ValueType.DOUBLE),
            entry(boolean.class, ValueType.BOOLEAN),
            entry(Boolean.class, ValueType.BOOLEAN),
            entry(Instant.class, ValueType.INSTANT),
            entry(Duration.class, ValueType.DURATION),
            entry(sluice.driver.spi.Point.class, ValueType.POINT),
            entry(sluice.app.api.Point.class, ValueType.POINT));

    static final Map<Class<?>, ValueType> LISTS = Map.of(
            String.class, ValueType.TEXTS,
            Long.class, ValueType.LONGS,
            Double.class, ValueType.DOUBLES);

    /** Carriers whose slot holds the very object. */
    static final Set<Class<?>> PLAIN =
            Set.of(String.class, Instant.class, Duration.class, sluice.driver.spi.Point.class, List.class);

    private Types() {}
}
