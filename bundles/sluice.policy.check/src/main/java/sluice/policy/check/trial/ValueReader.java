package sluice.policy.check.trial;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.ValueType;
import sluice.driver.spi.Point;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/**
 * Reads a value as a test writes it: words for texts, numbers (also {@code NaN}, {@code Infinity}), truth values, ISO 8601 instants and
 * durations, {@code [latitude, longitude]}, lists. {@code {repeat: x, times: n}} is a text or a list of so many; {@code {utf16: [n, ...]}}
 * is a text by its code units, paired or not; {@code {near: [latitude, longitude], within: metres}} is expected of noise.
 */
final class ValueReader {
    private static final int LONGEST = 4_000_000;
    private static final String REPEAT = "repeat";
    private static final String UTF16 = "utf16";
    private static final String NEAR = "near";

    private ValueReader() {}

    /** Empty, and a problem noted, if it is no such value. */
    static Optional<Object> read(YamlValue value, ValueType type) {
        try {
            return Optional.of(value.isMap() ? special(value.map(), type) : plain(value, type));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            value.problem(YamlCode.WRONG_TYPE, "a `" + type + "` is wanted" + help(type));
            return Optional.empty();
        }
    }

    private static String help(ValueType type) {
        return switch (type) {
            case POINT -> ", written `[latitude, longitude]`";
            case INSTANT -> ", written `2026-05-04T10:07:30Z`";
            case DURATION -> ", written `PT15M`";
            default -> "";
        };
    }

    private static Object plain(YamlValue value, ValueType type) {
        return switch (type) {
            case TEXT -> text(value);
            case LONG -> Long.valueOf(text(value));
            case DOUBLE -> Double.valueOf(text(value));
            case BOOLEAN -> truth(text(value));
            case INSTANT -> Instant.parse(text(value));
            case DURATION -> Duration.parse(text(value));
            case POINT -> point(value);
            case TEXTS -> list(value, ValueType.TEXT);
            case LONGS -> list(value, ValueType.LONG);
            case DOUBLES -> list(value, ValueType.DOUBLE);
        };
    }

    private static String text(YamlValue value) {
        if (value.isMap() || value.isList() || value.isAbsent()) {
            throw new IllegalArgumentException("no word");
        }
        return value.word();
    }

    private static Boolean truth(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException("no truth value");
        }
        return Boolean.valueOf(word);
    }

    private static Point point(YamlValue value) {
        List<?> ends = value.isList() ? list(value, ValueType.DOUBLE) : List.of();
        if (ends.size() != 2) {
            throw new IllegalArgumentException("no point");
        }
        return new Point((Double) ends.get(0), (Double) ends.get(1));
    }

    private static List<Object> list(YamlValue value, ValueType element) {
        List<Object> list = new ArrayList<>();
        for (YamlValue item : value.items()) {
            list.add(plain(item, element));
        }
        return List.copyOf(list);
    }

    private static Object special(YamlMap map, ValueType type) {
        if (map.has(REPEAT)) {
            return repeated(map, type);
        }
        if (map.has(UTF16) && type == ValueType.TEXT) {
            StringBuilder text = new StringBuilder();
            map.list(UTF16).forEach(unit -> text.append((char) Integer.parseInt(text(unit))));
            return text.toString();
        }
        if (map.has(NEAR) && type == ValueType.POINT) {
            Point point = point(map.value(NEAR).orElseThrow());
            return new Trial.Near(point.latitude(), point.longitude(), map.number("within"));
        }
        throw new IllegalArgumentException("no value of " + Say.quote(type.toString()));
    }

    private static Object repeated(YamlMap map, ValueType type) {
        int times = (int) map.number("times", 0, LONGEST);
        YamlValue one = map.value(REPEAT).orElseThrow();
        return switch (type) {
            case TEXT -> text(one).repeat(times);
            case TEXTS -> Collections.nCopies(times, plain(one, ValueType.TEXT));
            case LONGS -> Collections.nCopies(times, plain(one, ValueType.LONG));
            case DOUBLES -> Collections.nCopies(times, plain(one, ValueType.DOUBLE));
            default -> throw new IllegalArgumentException("nothing to repeat");
        };
    }
}
