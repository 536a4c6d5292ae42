package sluice.guard.agent;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A private field of the framework's, by name. Fields and not methods: reading one runs no code of the framework's and takes no lock. */
final class FieldOf extends ClassValue<Field> {
    private final String name;

    FieldOf(String name) {
        this.name = name;
    }

    /**
     * Its value.
     *
     * @throws IllegalStateException the object has no such field: it is not of the framework that this was made for
     */
    @Nullable
    Object read(Object owner) {
        try {
            return get(owner.getClass()).get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Field computeValue(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new IllegalStateException("no field `" + name + "` in " + type.getName());
    }
}
