package sluice.yaml;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keys and values of a file, each with its line. Like {@link YamlValue} it notes what is wrong and answers with a stand-in; see there.
 */
public final class YamlMap {
    private final String file;
    private final Node.Mapping node;
    private final Problems problems;

    YamlMap(String file, Node.Mapping node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    /**
     * Where it begins.
     *
     * @return file and line
     */
    public Mark at() {
        return new Mark(file, node.line());
    }

    /**
     * Where a key stands.
     *
     * @param key a key
     * @return file and line of the key, or of the map if it has no such key
     */
    public Mark at(String key) {
        return new Mark(file, node.lines().getOrDefault(key, node.line()));
    }

    /** {@return the same as a value, named {@code document} in error texts} */
    public YamlValue asValue() {
        return new YamlValue(file, "document", node, problems);
    }

    /**
     * Its keys.
     *
     * @return in the file's order
     */
    public Set<String> keys() {
        return node.entries().keySet();
    }

    /**
     * Whether a key is there.
     *
     * @param key a key
     * @return true if so, whatever its value
     */
    public boolean has(String key) {
        return node.entries().containsKey(key);
    }

    /**
     * Notes a problem for each key that is not one of these.
     *
     * @param known all keys that may stand here
     */
    public void allow(Set<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                problem(YamlCode.UNKNOWN_KEY, key, "unknown key " + Say.quote(key) + Say.didYouMean(key, known));
            }
        }
    }

    /**
     * A value that may be left out.
     *
     * @param key its key
     * @return empty if the key is not there
     */
    public Optional<YamlValue> value(String key) {
        return Optional.ofNullable(node.entries().get(key)).map(value -> new YamlValue(file, key, value, problems));
    }

    /**
     * A text that must be there.
     *
     * @param key its key
     * @return not blank; empty if a problem was noted
     */
    public String text(String key) {
        return required(key).map(YamlValue::text).orElse("");
    }

    /**
     * A text that may be left out.
     *
     * @param key its key
     * @return empty if the key is not there, or a problem was noted
     */
    public String optionalText(String key) {
        return value(key).map(YamlValue::text).orElse("");
    }

    /**
     * A number that must be there.
     *
     * @param key its key
     * @return finite; NaN if a problem was noted
     */
    public double number(String key) {
        return required(key).map(YamlValue::number).orElse(Double.NaN);
    }

    /**
     * A number that must be there and lie within bounds.
     *
     * @param key its key
     * @param least smallest that may be
     * @param most greatest that may be
     * @return NaN if a problem was noted
     */
    public double number(String key, double least, double most) {
        double number = number(key);
        if (number < least || number > most) {
            problem(
                    YamlCode.BAD_VALUE,
                    key,
                    Say.quote(key) + " must be from " + least + " to " + most + ", got " + number);
            return Double.NaN;
        }
        return number;
    }

    /**
     * A length of time that must be there.
     *
     * @param key its key
     * @return positive; zero if a problem was noted
     */
    public Duration duration(String key) {
        return required(key).map(YamlValue::duration).orElse(Duration.ZERO);
    }

    /**
     * An instant that must be there.
     *
     * @param key its key
     * @param zone in which a date begins
     * @return {@link Instant#EPOCH} if a problem was noted
     */
    public Instant instant(String key, ZoneId zone) {
        return required(key).map(value -> value.instant(zone)).orElse(Instant.EPOCH);
    }

    /**
     * A truth value that is false when left out.
     *
     * @param key its key
     * @return false if a problem was noted
     */
    public boolean truth(String key) {
        return value(key).map(YamlValue::truth).orElse(false);
    }

    /**
     * A map that must be there.
     *
     * @param key its key
     * @return an empty map if a problem was noted
     */
    public YamlMap map(String key) {
        return required(key)
                .map(YamlValue::map)
                .orElseGet(() -> new YamlMap(file, new Node.Mapping(Map.of(), Map.of(), at(key).line()), problems));
    }

    /**
     * A list that must be there; one value stands for a list of one.
     *
     * @param key its key
     * @return empty if a problem was noted
     */
    public List<YamlValue> list(String key) {
        return required(key).map(YamlValue::items).orElse(List.of());
    }

    /**
     * A word that must be there and be one of a few.
     *
     * @param key its key
     * @param noun what the word names, for the error, for example {@code label}
     * @param known word to what it stands for
     * @param <T> what the words stand for
     * @return empty if a problem was noted
     */
    public <T> Optional<T> choice(String key, String noun, Map<String, T> known) {
        String word = text(key);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> chosen = Optional.ofNullable(known.get(word));
        if (chosen.isEmpty()) {
            problem(
                    YamlCode.UNKNOWN_WORD,
                    key,
                    "unknown " + noun + " " + Say.quote(word) + Say.didYouMean(word, known.keySet()));
        }
        return chosen;
    }

    /**
     * All of it in Java's types; see {@link YamlValue#value()}.
     *
     * @return in the file's order
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        keys().forEach(key -> value(key).ifPresent(value -> values.put(key, value.value())));
        return values;
    }

    /**
     * Notes a problem with a key or its value.
     *
     * @param code see {@link Problem#code()}
     * @param key the key; its line is given
     * @param text see {@link Problem#text()}
     */
    public void problem(String code, String key, String text) {
        problems.add(code, at(key), text);
    }

    private Optional<YamlValue> required(String key) {
        if (!has(key)) {
            problem(YamlCode.MISSING_KEY, key, "key " + Say.quote(key) + " is missing");
        }
        return value(key);
    }
}
