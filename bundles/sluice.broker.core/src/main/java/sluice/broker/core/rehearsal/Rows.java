package sluice.broker.core.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.Classifier;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** Values by name, as slots and back. */
final class Rows {
    private Rows() {}

    /** The catalogue's fields, then what else the reading has; a value of another type makes its component one of that type. */
    static Shape shape(CatalogueStream stream, Map<String, Object> values) {
        Set<String> names = new LinkedHashSet<>(stream.fields().keySet());
        names.addAll(values.keySet());
        List<Component> components = new ArrayList<>();
        for (String name : names) {
            components.add(
                    new Component(name, type(stream.fields().get(name), values.get(name)), Object.class, Object.class));
        }
        return new Shape(components);
    }

    private static ValueType type(@Nullable CatalogueField field, @Nullable Object value) {
        ValueType own = value == null ? null : typeOf(value);
        if (own != null) {
            return own;
        }
        return field == null ? ValueType.TEXTS : field.type();
    }

    /** Null for an empty list, which may be one of anything. */
    private static @Nullable ValueType typeOf(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : listOf(list.get(0));
        }
        return value instanceof Point ? ValueType.POINT : SCALARS.get(value.getClass());
    }

    private static final Map<Class<?>, ValueType> SCALARS = Map.of(
            String.class, ValueType.TEXT,
            Long.class, ValueType.LONG,
            Double.class, ValueType.DOUBLE,
            Boolean.class, ValueType.BOOLEAN,
            Instant.class, ValueType.INSTANT,
            Duration.class, ValueType.DURATION);

    private static ValueType listOf(Object first) {
        if (first instanceof Long) {
            return ValueType.LONGS;
        }
        return first instanceof Double ? ValueType.DOUBLES : ValueType.TEXTS;
    }

    /** As a record is read: what the catalogue does not declare never gets into a slot. */
    static Slots slots(CatalogueStream stream, Shape shape, Map<String, Object> values) {
        Slots slots = new Slots(shape.size());
        for (int i = 0; i < shape.size(); i++) {
            Component component = shape.components().get(i);
            Object value = values.get(component.name());
            if (value != null && Classifier.isDeclared(stream, component)) {
                set(slots, i, value);
            }
        }
        return slots;
    }

    private static void set(Slots slots, int index, Object value) {
        if (value instanceof Long number) {
            slots.setLong(index, number);
        } else if (value instanceof Double number) {
            slots.setDouble(index, number);
        } else if (value instanceof Boolean truth) {
            slots.setBoolean(index, truth);
        } else {
            slots.setObject(index, value instanceof List<?> list ? List.copyOf(list) : value);
        }
    }

    static Map<String, Object> values(Shape shape, Slots slots) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < shape.size(); i++) {
            if (slots.has(i)) {
                Component component = shape.components().get(i);
                Object value = value(slots, i, component.type());
                if (value != null) {
                    values.put(component.name(), value);
                }
            }
        }
        return values;
    }

    private static @Nullable Object value(Slots slots, int index, ValueType type) {
        return switch (type) {
            case LONG -> slots.getLong(index);
            case DOUBLE -> slots.getDouble(index);
            case BOOLEAN -> slots.getBoolean(index);
            default -> slots.getObject(index);
        };
    }
}
