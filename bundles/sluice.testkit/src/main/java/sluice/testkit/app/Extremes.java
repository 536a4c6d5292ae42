package sluice.testkit.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import sluice.app.api.Point;

/** Records of any class, filled with the least likely values that the platform may still deliver. */
final class Extremes {
    private static final List<String> TEXTS =
            List.of("", " ", "a", "/../", "\u0000\n\"'`<>", "\ud83d\udeae\u202e", "x".repeat(256), "42");
    private static final List<Long> LONGS = List.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final List<Double> DOUBLES =
            List.of(0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 0.799999999999999);

    private final Random random;

    Extremes(long seed) {
        this.random = new Random(seed);
    }

    /**
     * One record.
     *
     * @return null if the class itself refuses the values, as a record may
     */
    @Nullable
    Record record(Class<? extends Record> type, Instant now) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values =
                Arrays.stream(types).map(component -> value(component, now)).toArray();
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refusedByTheRecord) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("can not make a " + type.getSimpleName(), e);
        }
    }

    private @Nullable Object value(Class<?> type, Instant now) {
        if (!type.isPrimitive() && random.nextInt(12) == 0) {
            return null;
        }
        if (type == long.class || type == Long.class) {
            return pick(LONGS);
        } else if (type == int.class || type == Integer.class) {
            return pick(LONGS).intValue();
        } else if (type == double.class || type == Double.class) {
            return pick(DOUBLES);
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        return reference(type, now);
    }

    private Object reference(Class<?> type, Instant now) {
        if (type == String.class) {
            return pick(TEXTS);
        } else if (type == Instant.class) {
            return pick(instants(now));
        } else if (type == Duration.class) {
            return pick(List.of(Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE)));
        } else if (type == Point.class) {
            return pick(List.of(new Point(90, -180), new Point(-90, 180), new Point(0, 0)));
        } else if (type.isEnum()) {
            return pick(List.of(type.getEnumConstants()));
        }
        return new ArrayList<>();
    }

    private static List<Instant> instants(Instant now) {
        return List.of(
                now,
                now.minusNanos(1),
                now.plusSeconds(1),
                now.minusSeconds(86_400),
                Instant.EPOCH,
                Instant.MIN,
                Instant.MAX);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
