package sluice.broker.core.rehearsal;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.Component;

/**
 * One component of the record that a recipient asks with.
 *
 * @param name name of the output
 * @param type its type
 * @param isRequired whether an observation without it is refused, as one is whose component is a primitive
 */
public record Asked(String name, ValueType type, boolean isRequired) {
    public Asked {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
    }

    Component component() {
        return new Component(name, type, isRequired ? long.class : Object.class, Object.class);
    }
}
