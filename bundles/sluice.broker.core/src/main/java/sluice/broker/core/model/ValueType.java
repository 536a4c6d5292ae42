package sluice.broker.core.model;

import java.util.Locale;
import java.util.Optional;

/** The types of a field; the same few in the catalogue, in readings and in observations. */
public enum ValueType {
    /** Unicode text; an enum of a driver's or an application's is text by its constant's name. */
    TEXT,
    /** A whole number of 64 bits. */
    LONG,
    /** A finite number, IEEE 754 binary64. */
    DOUBLE,
    /** True or false. */
    BOOLEAN,
    /** A point in time, UTC. */
    INSTANT,
    /** A length of time. */
    DURATION,
    /** A place, WGS 84. */
    POINT,
    /** A list of texts. */
    TEXTS,
    /** A list of whole numbers. */
    LONGS,
    /** A list of finite numbers. */
    DOUBLES;

    /**
     * Whether values are numbers or truth values, held without an object.
     *
     * @return true for {@link #LONG}, {@link #DOUBLE} and {@link #BOOLEAN}
     */
    public boolean isPrimitive() {
        return this == LONG || this == DOUBLE || this == BOOLEAN;
    }

    /**
     * Reads a type as the catalogue writes it.
     *
     * @param text for example {@code instant}
     * @return the type, or empty if there is none of that name
     */
    public static Optional<ValueType> parse(String text) {
        for (ValueType type : values()) {
            if (type.toString().equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
