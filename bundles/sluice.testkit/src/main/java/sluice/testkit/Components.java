package sluice.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The component types that a record may have when it crosses the line between the platform and a stranger's bundle. */
public final class Components {
    /** Most components of one record. */
    public static final int MOST = 32;

    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            long.class,
            Long.class,
            int.class,
            Integer.class,
            double.class,
            Double.class,
            boolean.class,
            Boolean.class,
            Instant.class,
            Duration.class,
            sluice.driver.spi.Point.class,
            sluice.app.api.Point.class);

    private static final Set<Type> ELEMENTS = Set.of(String.class, Long.class, Double.class);

    private Components() {}

    /**
     * What keeps a record class from crossing the line.
     *
     * @param type the record class
     * @return one line for each fault; empty if there is none
     */
    public static List<String> faults(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> faults = new ArrayList<>();
        if (components.length == 0 || components.length > MOST) {
            faults.add(type.getSimpleName() + " has " + components.length + " components, needs 1 to " + MOST);
        }
        for (RecordComponent component : components) {
            if (!isSupported(component)) {
                faults.add(type.getSimpleName() + "." + component.getName() + " has the unsupported type "
                        + component.getGenericType().getTypeName());
            }
        }
        return faults;
    }

    private static boolean isSupported(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == List.class) {
            return component.getGenericType() instanceof ParameterizedType list
                    && ELEMENTS.contains(list.getActualTypeArguments()[0]);
        }
        return type.isEnum() || VALUES.contains(type);
    }
}
