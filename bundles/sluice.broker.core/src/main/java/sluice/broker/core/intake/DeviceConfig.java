package sluice.broker.core.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.RecordMaker;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** Fills a driver's settings record from a device file. */
final class DeviceConfig {
    private DeviceConfig() {}

    /**
     * @throws BadSetting if a setting is missing, unknown or of another type; the message names it
     * @throws Throwable whatever the record's constructor throws
     */
    static Record fill(Class<? extends Record> type, Map<String, Object> settings) throws Throwable {
        RecordMaker maker = RecordMaker.of(type);
        refuseUnknown(maker.shape(), settings);
        Slots slots = new Slots(maker.shape().size());
        for (int i = 0; i < slots.size(); i++) {
            Component component = maker.shape().components().get(i);
            Object value = settings.get(component.name());
            if (value != null) {
                set(slots, i, component, value);
            } else if (component.isRequired()) {
                throw new BadSetting("setting `" + component.name() + "` is missing");
            }
        }
        return maker.make(slots).orElseThrow(() -> new BadSetting("a setting has no such value"));
    }

    private static void refuseUnknown(Shape shape, Map<String, Object> settings) {
        Set<String> unknown = new HashSet<>(settings.keySet());
        shape.components().forEach(component -> unknown.remove(component.name()));
        if (!unknown.isEmpty()) {
            throw new BadSetting("setting `" + unknown.iterator().next() + "` is unknown to the driver");
        }
    }

    private static void set(Slots slots, int i, Component component, Object value) {
        try {
            switch (component.type()) {
                case LONG -> slots.setLong(i, ((Number) value).longValue());
                case DOUBLE -> slots.setDouble(i, ((Number) value).doubleValue());
                case BOOLEAN -> slots.setBoolean(i, (Boolean) value);
                default -> slots.setObject(i, object(component, value));
            }
        } catch (ClassCastException | DateTimeException otherType) {
            throw new BadSetting("setting `" + component.name() + "` must be a " + component.type());
        }
    }

    private static Object object(Component component, Object value) {
        return switch (component.type()) {
            case INSTANT -> Instant.parse((String) value);
            case DURATION -> Duration.parse((String) value);
            case POINT -> point((Map<?, ?>) value);
            case TEXTS -> ((List<?>) value).stream().map(String.class::cast).toList();
            case LONGS ->
                ((List<?>) value)
                        .stream().map(item -> ((Number) item).longValue()).toList();
            case DOUBLES ->
                ((List<?>) value)
                        .stream().map(item -> ((Number) item).doubleValue()).toList();
            default -> (String) value;
        };
    }

    private static Point point(Map<?, ?> value) {
        return new Point(degrees(value, "lat"), degrees(value, "lon"));
    }

    private static double degrees(Map<?, ?> value, String name) {
        if (value.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new BadSetting("a point needs `lat` and `lon`");
    }

    /** What is wrong with a setting, in the platform's own words. */
    static final class BadSetting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadSetting(String message) {
            super(message, null, false, false);
        }
    }
}
