package sluice.broker.core.shape;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.ValueType;

/**
 * One component of a shape.
 *
 * @param name the component's name
 * @param type type of its values
 * @param carrier the Java class of the record component, for example {@code int.class}
 * @param element class of a list's elements; {@code Object.class} if it is no list
 */
public record Component(String name, ValueType type, Class<?> carrier, Class<?> element) {
    public Component {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(carrier, "carrier is null");
        requireNonNull(element, "element is null");
    }

    /**
     * Whether a value is always there.
     *
     * @return true for a primitive component
     */
    public boolean isRequired() {
        return carrier.isPrimitive();
    }

    static Optional<Component> of(String name, Class<?> carrier, Class<?> element) {
        return typeOf(carrier, element).map(type -> new Component(name, type, carrier, element));
    }

    private static Optional<ValueType> typeOf(Class<?> carrier, Class<?> element) {
        if (carrier.isEnum()) {
            return Optional.of(ValueType.TEXT);
        }
        return Optional.ofNullable(carrier == List.class ? Types.LISTS.get(element) : Types.SCALARS.get(carrier));
    }
}
