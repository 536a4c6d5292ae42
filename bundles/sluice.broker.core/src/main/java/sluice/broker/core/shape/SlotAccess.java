package sluice.broker.core.shape;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.ValueType;

/** How a value of each carrier class gets into a slot and out of it; found by method handles, one overload a carrier. */
@SuppressWarnings({"UnusedMethod", "unused"})
final class SlotAccess {
    /** Longest list that is copied. */
    static final int MAX_LIST = 4_096;

    /** Longest text that is taken, alone or in all texts of a list, UTF-16 units. As long as the longest message. */
    static final int MAX_TEXT = 256 * 1024;

    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();

    private static final Map<ValueType, Class<?>> ELEMENTS =
            Map.of(ValueType.TEXTS, String.class, ValueType.LONGS, Long.class, ValueType.DOUBLES, Double.class);

    private SlotAccess() {}

    /** A handle {@code (Slots, int, carrier) void}; the carrier may be a supertype of the component's. */
    static MethodHandle putter(Component component) throws ReflectiveOperationException {
        if (component.carrier() == List.class) {
            Class<?> element = ELEMENTS.getOrDefault(component.type(), Object.class);
            return MethodHandles.insertArguments(
                    OWN.findStatic(
                            SlotAccess.class,
                            "putList",
                            methodType(void.class, Class.class, Slots.class, int.class, List.class)),
                    0,
                    element);
        }
        Class<?> carrier = component.carrier().isEnum() ? Enum.class : component.carrier();
        return OWN.findStatic(SlotAccess.class, "put", methodType(void.class, Slots.class, int.class, carrier));
    }

    /** A handle {@code (Slots) carrier} that takes the value at an index; null for an absent reference. */
    static MethodHandle taker(Component component, int index) throws ReflectiveOperationException {
        Class<?> carrier = component.carrier();
        if (carrier.isEnum()) {
            MethodHandle take = OWN.findStatic(
                    SlotAccess.class, "takeEnum", methodType(Object.class, Map.class, Slots.class, int.class));
            return MethodHandles.insertArguments(MethodHandles.insertArguments(take, 2, index), 0, constantsOf(carrier))
                    .asType(methodType(carrier, Slots.class));
        }
        String name = "take" + carrier.getSimpleName() + (carrier == sluice.app.api.Point.class ? "OfApp" : "");
        MethodHandle take = OWN.findStatic(
                SlotAccess.class,
                Types.PLAIN.contains(carrier) ? "takeObject" : name,
                methodType(Types.PLAIN.contains(carrier) ? Object.class : carrier, Slots.class, int.class));
        return MethodHandles.insertArguments(take, 1, index).asType(methodType(carrier, Slots.class));
    }

    private static Map<String, Object> constantsOf(Class<?> enumeration) {
        Map<String, Object> byName = new HashMap<>();
        for (Object constant : enumeration.getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        return Map.copyOf(byName);
    }

    private static void put(Slots slots, int index, long value) {
        slots.setLong(index, value);
    }

    private static void put(Slots slots, int index, int value) {
        slots.setLong(index, value);
    }

    private static void put(Slots slots, int index, double value) {
        slots.setDouble(index, value);
    }

    private static void put(Slots slots, int index, boolean value) {
        slots.setBoolean(index, value);
    }

    private static void put(Slots slots, int index, @Nullable Long value) {
        if (value != null) {
            slots.setLong(index, value);
        }
    }

    private static void put(Slots slots, int index, @Nullable Integer value) {
        if (value != null) {
            slots.setLong(index, value);
        }
    }

    private static void put(Slots slots, int index, @Nullable Double value) {
        if (value != null) {
            slots.setDouble(index, value);
        }
    }

    private static void put(Slots slots, int index, @Nullable Boolean value) {
        if (value != null) {
            slots.setBoolean(index, value);
        }
    }

    private static void put(Slots slots, int index, @Nullable String value) {
        if (value != null && value.length() > MAX_TEXT) {
            throw new Unreadable();
        }
        slots.setObject(index, value);
    }

    private static void put(Slots slots, int index, @Nullable Instant value) {
        slots.setObject(index, value);
    }

    private static void put(Slots slots, int index, @Nullable Duration value) {
        slots.setObject(index, value);
    }

    private static void put(Slots slots, int index, sluice.driver.spi.@Nullable Point value) {
        slots.setObject(index, value);
    }

    private static void put(Slots slots, int index, sluice.app.api.@Nullable Point value) {
        slots.setObject(index, value == null ? null : new sluice.driver.spi.Point(value.latitude(), value.longitude()));
    }

    private static void put(Slots slots, int index, @Nullable Enum<?> value) {
        slots.setObject(index, value == null ? null : value.name());
    }

    private static void putList(Class<?> element, Slots slots, int index, @Nullable List<?> list) {
        if (list == null) {
            return;
        }
        List<Object> copy = new ArrayList<>();
        int room = MAX_TEXT;
        for (Object item : list) {
            if (copy.size() == MAX_LIST || item == null || item.getClass() != element) {
                throw new Unreadable();
            }
            room -= item instanceof String text ? text.length() : 0;
            if (room < 0) {
                throw new Unreadable();
            }
            copy.add(item);
        }
        slots.setObject(index, List.copyOf(copy));
    }

    private static long takelong(Slots slots, int index) {
        return slots.getLong(index);
    }

    private static int takeint(Slots slots, int index) {
        long value = slots.getLong(index);
        if (value != (int) value) {
            throw new Unreadable();
        }
        return (int) value;
    }

    private static double takedouble(Slots slots, int index) {
        return slots.getDouble(index);
    }

    private static boolean takeboolean(Slots slots, int index) {
        return slots.getBoolean(index);
    }

    private static @Nullable Long takeLong(Slots slots, int index) {
        return slots.has(index) ? slots.getLong(index) : null;
    }

    private static @Nullable Integer takeInteger(Slots slots, int index) {
        return slots.has(index) ? takeint(slots, index) : null;
    }

    private static @Nullable Double takeDouble(Slots slots, int index) {
        return slots.has(index) ? slots.getDouble(index) : null;
    }

    private static @Nullable Boolean takeBoolean(Slots slots, int index) {
        return slots.has(index) ? slots.getBoolean(index) : null;
    }

    private static @Nullable Object takeObject(Slots slots, int index) {
        return slots.getObject(index);
    }

    private static sluice.app.api.@Nullable Point takePointOfApp(Slots slots, int index) {
        return slots.getObject(index) instanceof sluice.driver.spi.Point point
                ? new sluice.app.api.Point(point.latitude(), point.longitude())
                : null;
    }

    private static @Nullable Object takeEnum(Map<String, Object> constants, Slots slots, int index) {
        Object name = slots.getObject(index);
        if (name == null) {
            return null;
        }
        Object constant = constants.get(name);
        if (constant == null) {
            throw new Unreadable();
        }
        return constant;
    }

    /** A value that its carrier can not hold. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }
}
