package sluice.yaml;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value of a file, with its line. Asked for a type that it has not, it notes a problem and answers with a stand-in, so that the rest
 * of the file is read as well: use nothing of a file before {@link Problems#count()} says that it is sound.
 */
public final class YamlValue {
    private final String file;
    private final String name;
    private final Node node;
    private final Problems problems;

    YamlValue(String file, String name, Node node, Problems problems) {
        this.file = file;
        this.name = name;
        this.node = node;
        this.problems = problems;
    }

    /**
     * Where it stands.
     *
     * @return file and line
     */
    public Mark at() {
        return new Mark(file, node.line());
    }

    /**
     * What it is.
     *
     * @return its kind; asking notes no problem
     */
    public YamlKind kind() {
        if (node instanceof Node.Mapping) {
            return YamlKind.MAP;
        }
        return node instanceof Node.Scalar scalar ? Scalars.kindOf(scalar) : YamlKind.LIST;
    }

    /**
     * What it is called in an error text: its key, or the key of the list that it is in.
     *
     * @return for example {@code range}
     */
    public String name() {
        return name;
    }

    /**
     * What stands there, whatever it means.
     *
     * @return empty for a list or a map; asking notes no problem
     */
    public String written() {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    /**
     * The value in an error text.
     *
     * @return quoted and shortened; the word for it if it is a list, a map or nothing
     */
    public String shown() {
        if (node instanceof Node.Scalar scalar) {
            return isAbsent() ? "nothing" : Say.quote(scalar.text());
        }
        return isMap() ? "a map" : "a list";
    }

    /**
     * Whether it is a map.
     *
     * @return true if so
     */
    public boolean isMap() {
        return node instanceof Node.Mapping;
    }

    /**
     * Whether it is a list.
     *
     * @return true if so
     */
    public boolean isList() {
        return node instanceof Node.Sequence;
    }

    /**
     * Whether nothing was written.
     *
     * @return true for an empty value and for {@code null}
     */
    public boolean isAbsent() {
        return node instanceof Node.Scalar scalar && scalar.plain() && Scalars.isNull(scalar.text());
    }

    /**
     * Its text, as written; a number's or a boolean's too.
     *
     * @return not blank; empty if a problem was noted
     */
    public String text() {
        if (node instanceof Node.Scalar scalar && !isAbsent() && !scalar.text().isBlank()) {
            return scalar.text();
        }
        wrong("a text");
        return "";
    }

    /**
     * The word as it stands, empty and blank ones too.
     *
     * @return empty if it is a map, a list or nothing; no problem is noted
     */
    public String word() {
        return node instanceof Node.Scalar scalar && !isAbsent() ? scalar.text() : "";
    }

    /**
     * Its number.
     *
     * @return finite; NaN if a problem was noted
     */
    public double number() {
        if (node instanceof Node.Scalar scalar && scalar.plain() && Scalars.isNumber(scalar.text())) {
            return Double.parseDouble(scalar.text());
        }
        wrong("a number");
        return Double.NaN;
    }

    /**
     * Its length of time, ISO 8601 with days of 24 hours.
     *
     * @return positive; zero if a problem was noted
     */
    public Duration duration() {
        if (node instanceof Node.Scalar scalar) {
            try {
                Duration duration = Duration.parse(scalar.text());
                if (!duration.isNegative() && !duration.isZero()) {
                    return duration;
                }
            } catch (DateTimeParseException notADuration) {
                // said below, in the same words as for a duration that is not positive
            }
        }
        wrong("a positive duration such as `PT15M` or `P30D`");
        return Duration.ZERO;
    }

    /**
     * Its instant.
     *
     * @param zone in which a date begins
     * @return of {@code 2026-04-01} the day's first one, of {@code 2026-04-01T06:00:00Z} itself; {@link Instant#EPOCH} if a problem was
     *     noted
     */
    public Instant instant(ZoneId zone) {
        if (node instanceof Node.Scalar scalar) {
            Optional<Instant> instant = Scalars.instant(scalar.text(), zone);
            if (instant.isPresent()) {
                return instant.get();
            }
        }
        wrong("a date such as `2026-04-01`, or an instant such as `2026-04-01T06:00:00Z`");
        return Instant.EPOCH;
    }

    /**
     * Whether it is true.
     *
     * @return false if a problem was noted
     */
    public boolean truth() {
        if (node instanceof Node.Scalar scalar && scalar.plain() && Scalars.isTruth(scalar.text())) {
            return Boolean.parseBoolean(scalar.text());
        }
        wrong("`true` or `false`");
        return false;
    }

    /**
     * Its map.
     *
     * @return an empty map if a problem was noted
     */
    public YamlMap map() {
        if (node instanceof Node.Mapping mapping) {
            return new YamlMap(file, mapping, problems);
        }
        wrong("a map");
        return new YamlMap(file, new Node.Mapping(Map.of(), Map.of(), node.line()), problems);
    }

    /**
     * Its elements; a value that is no list is a list of one.
     *
     * @return in order
     */
    public List<YamlValue> items() {
        if (!(node instanceof Node.Sequence sequence)) {
            return List.of(this);
        }
        List<YamlValue> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(new YamlValue(file, name, item, problems)));
        return items;
    }

    /**
     * The value in Java's types.
     *
     * @return a text, {@link Long}, {@link Double}, {@link Boolean}, list or map; an empty text if a problem was noted
     */
    public Object value() {
        if (node instanceof Node.Sequence) {
            return items().stream().map(YamlValue::value).toList();
        }
        if (node instanceof Node.Mapping) {
            return map().values();
        }
        if (isAbsent()) {
            wrong("a value");
            return "";
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return scalar.plain() ? Scalars.valueOf(scalar.text()) : scalar.text();
    }

    /**
     * Notes a problem with this value.
     *
     * @param code see {@link Problem#code()}
     * @param text see {@link Problem#text()}
     */
    public void problem(String code, String text) {
        problems.add(code, at(), text);
    }

    private void wrong(String wanted) {
        problem(YamlCode.WRONG_TYPE, Say.quote(name) + " must be " + wanted + ", got " + shown());
    }
}
