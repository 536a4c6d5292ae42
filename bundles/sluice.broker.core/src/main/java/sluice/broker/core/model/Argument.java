package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind an operator's name in a policy: nothing, a word, a list or a map. Words are kept as written: {@code 0.10} stays so. */
public sealed interface Argument {
    /** Nothing. */
    Argument NONE = new None();

    /** As much of an argument as an error text shows. */
    int LONGEST_SHOWN = 60;

    /** No argument. */
    record None() implements Argument {
        @Override
        public String toString() {
            return "";
        }
    }

    /**
     * A text, a number, a duration or a truth value.
     *
     * @param text as written
     */
    record Word(String text) implements Argument {
        private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.+/:-]+");

        public Word {
            requireNonNull(text, "text is null");
        }

        @Override
        public String toString() {
            return PLAIN.matcher(text).matches()
                    ? text
                    : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /**
     * A list.
     *
     * @param list in order
     */
    record Items(List<Argument> list) implements Argument {
        public Items {
            list = List.copyOf(list);
        }

        @Override
        public String toString() {
            return list.toString();
        }
    }

    /**
     * A map.
     *
     * @param map in the file's order
     */
    record Entries(Map<String, Argument> map) implements Argument {
        public Entries {
            map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }

        @Override
        public String toString() {
            return map.entrySet().stream()
                    .map(entry -> new Word(entry.getKey()) + ": " + entry.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /**
     * An argument that is one word.
     *
     * @param text as written; empty for {@link #NONE}
     * @return the argument
     */
    static Argument of(String text) {
        return text.isEmpty() ? NONE : new Word(text);
    }

    /**
     * The argument in an error text.
     *
     * @return at most 60 characters of it in backticks, without control characters; {@code nothing} if there is none
     */
    default String shown() {
        String text = toString();
        String few = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return equals(NONE) ? "nothing" : "`" + few.replaceAll("[\\p{Cntrl}`\\u2028\\u2029]", "?") + "`";
    }

    /**
     * The word.
     *
     * @return empty if it is no word
     */
    default Optional<String> word() {
        return this instanceof Word word ? Optional.of(word.text) : Optional.empty();
    }

    /**
     * The number that the word is.
     *
     * @return exact, with a finite double near it; empty if it is no such number
     */
    default Optional<BigDecimal> number() {
        try {
            return word().map(BigDecimal::new).filter(number -> Double.isFinite(number.doubleValue()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /**
     * The whole number that the word is.
     *
     * @param least smallest that may be
     * @param most greatest that may be
     * @return empty if it is none, or out of bounds
     */
    default Optional<Integer> whole(int least, int most) {
        return number().filter(number -> number.doubleValue() >= least && number.doubleValue() <= most)
                .filter(number -> number.doubleValue() == Math.rint(number.doubleValue()))
                .map(BigDecimal::intValue);
    }

    /**
     * The length of time that the word is, ISO 8601.
     *
     * @return positive; empty if it is none
     */
    default Optional<Duration> duration() {
        try {
            return word().map(Duration::parse).filter(length -> !length.isNegative() && !length.isZero());
        } catch (DateTimeException | ArithmeticException noDuration) {
            return Optional.empty();
        }
    }

    /**
     * The elements; anything else than a list is a list of one, nothing is an empty one.
     *
     * @return in order
     */
    default List<Argument> items() {
        if (this instanceof Items items) {
            return items.list;
        }
        return this instanceof None ? List.of() : List.of(this);
    }

    /**
     * The words of the elements.
     *
     * @return in order; empty if there is none, or one of the elements is no word
     */
    default List<String> words() {
        List<String> words =
                items().stream().flatMap(item -> item.word().stream()).toList();
        return words.size() == items().size() ? words : List.of();
    }

    /**
     * The entries of a map.
     *
     * @return in the file's order; empty if it is no map
     */
    default Map<String, Argument> entries() {
        return this instanceof Entries entries ? entries.map : Map.of();
    }

    /**
     * One entry of a map.
     *
     * @param key its key
     * @return {@link #NONE} if there is none
     */
    default Argument at(String key) {
        return entries().getOrDefault(key, NONE);
    }
}
