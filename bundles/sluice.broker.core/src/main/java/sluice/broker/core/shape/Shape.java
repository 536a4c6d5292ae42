package sluice.broker.core.shape;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * An ordered list of typed, named components.
 *
 * @param components at most {@link #MAX_COMPONENTS}
 */
public record Shape(List<Component> components) {
    /** As many as a word has bits for presence. */
    public static final int MAX_COMPONENTS = 32;

    /** Where a component stands that is not there. */
    public static final int NOWHERE = -1;

    public Shape {
        components = List.copyOf(components);
        if (components.size() > MAX_COMPONENTS) {
            throw new IllegalArgumentException(
                    "a record may have " + MAX_COMPONENTS + " components, got " + components.size());
        }
    }

    /**
     * The shape of a record class.
     *
     * @param record the class
     * @return its shape
     * @throws IllegalArgumentException if a component has a type that can not be carried; the message names it
     */
    public static Shape of(Class<? extends Record> record) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.add(Component.of(component.getName(), component.getType(), elementOf(component))
                    .orElseThrow(() -> new IllegalArgumentException("component `" + component.getName() + "` of `"
                            + record.getSimpleName() + "` has a type that no field can have: `"
                            + component.getType().getSimpleName() + "`")));
        }
        return new Shape(components);
    }

    /**
     * Where a component stands.
     *
     * @param name its name
     * @return from 0, or {@link #NOWHERE} if there is none
     */
    public int indexOf(String name) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).name().equals(name)) {
                return i;
            }
        }
        return NOWHERE;
    }

    /**
     * How many components there are.
     *
     * @return 0 to {@link #MAX_COMPONENTS}
     */
    public int size() {
        return components.size();
    }

    /**
     * The components that must be present.
     *
     * @return bit i is set if component i is required
     */
    public int requiredMask() {
        int mask = 0;
        for (int i = 0; i < components.size(); i++) {
            mask |= components.get(i).isRequired() ? 1 << i : 0;
        }
        return mask;
    }

    /**
     * Names and types in one line; equal for shapes whose slots can be exchanged.
     *
     * @return for example {@code container:text,fillingLevel:double!}
     */
    public String signature() {
        List<String> parts = new ArrayList<>();
        for (Component component : components) {
            parts.add(component.name() + ":" + component.type() + (component.isRequired() ? "!" : ""));
        }
        return String.join(",", parts);
    }

    private static Class<?> elementOf(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list) {
            Type[] arguments = list.getActualTypeArguments();
            return arguments.length == 1 && arguments[0] instanceof Class<?> element ? element : Object.class;
        }
        return Object.class;
    }
}
