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
    private static final int MAX_NAME = 100;

    public Component {
        requireNonNull(name, "name is null");
        if (name.length() > MAX_NAME || !isIdentifier(name)) {
            throw new IllegalArgumentException("a component's name is no Java identifier, or longer than " + MAX_NAME);
        }
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

    /** The compiler makes no others, and a class file may hold any. */
    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .allMatch(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
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
