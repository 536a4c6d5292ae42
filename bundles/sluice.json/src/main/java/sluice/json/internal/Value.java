package sluice.json.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import sluice.driver.spi.Json;

/**
 * A value of the tree. Each kind answers what it is and leaves the rest empty. {@code toString} names the kind only, so that no part of a
 * message shows in a log.
 */
public sealed interface Value extends Json {
    /** The one absent value: JSON null, and whatever is not there. */
    Value ABSENT = new Absent();

    @Override
    default Json get(String name) {
        return ABSENT;
    }

    @Override
    default List<Json> items() {
        return List.of();
    }

    @Override
    default Optional<String> text() {
        return Optional.empty();
    }

    @Override
    default OptionalLong integer() {
        return OptionalLong.empty();
    }

    @Override
    default OptionalDouble number() {
        return OptionalDouble.empty();
    }

    @Override
    default Optional<Boolean> truth() {
        return Optional.empty();
    }

    @Override
    default boolean isAbsent() {
        return false;
    }

    /**
     * An object.
     *
     * @param members by name
     */
    record Members(Map<String, Value> members) implements Value {
        public Members {
            members = Map.copyOf(members);
        }

        @Override
        public Json get(String name) {
            return members.getOrDefault(name, ABSENT);
        }

        @Override
        public String toString() {
            return "object";
        }
    }

    /**
     * An array.
     *
     * @param elements in order
     */
    record Items(List<Value> elements) implements Value {
        public Items {
            elements = List.copyOf(elements);
        }

        @Override
        public List<Json> items() {
            return List.copyOf(elements); // no copy of a list that is immutable already
        }

        @Override
        public String toString() {
            return "array";
        }
    }

    /**
     * A string.
     *
     * @param string its characters, escapes resolved
     */
    record Text(String string) implements Value {
        @Override
        public Optional<String> text() {
            return Optional.of(string);
        }

        @Override
        public String toString() {
            return "text";
        }
    }

    /**
     * A number, converted when it is asked for.
     *
     * @param digits as JSON writes it
     */
    record Numeral(String digits) implements Value {
        @Override
        public OptionalLong integer() {
            try {
                return OptionalLong.of(new BigDecimal(digits).longValueExact());
            } catch (ArithmeticException | NumberFormatException unfit) { // the latter: an exponent over 32 bits
                return OptionalLong.empty();
            }
        }

        @Override
        public OptionalDouble number() {
            double value = Double.parseDouble(digits);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        }

        @Override
        public String toString() {
            return "number";
        }
    }

    /**
     * True or false.
     *
     * @param value which
     */
    record Truth(boolean value) implements Value {
        @Override
        public Optional<Boolean> truth() {
            return Optional.of(value);
        }

        @Override
        public String toString() {
            return "truth";
        }
    }

    /** Nothing. */
    record Absent() implements Value {
        @Override
        public boolean isAbsent() {
            return true;
        }

        @Override
        public String toString() {
            return "absent";
        }
    }
}
