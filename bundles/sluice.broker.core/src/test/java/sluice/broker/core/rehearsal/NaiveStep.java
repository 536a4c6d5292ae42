package sluice.broker.core.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.ValueType;
import sluice.driver.spi.Point;

/** Each operator in a line or two, with decimal numbers and the calendar of the JDK; see {@code docs/reference/operators.md}. */
final class NaiveStep {
    private NaiveStep() {}

    /** Type and label of a value after some operators. */
    record Told(ValueType type, Label label) {}

    /** Null if the operator does not fit. */
    static @Nullable Told told(
            Policy.Step step, Told now, boolean isFirst, CatalogueField field, CatalogueStream stream, Label floor) {
        Argument argument = step.argument();
        boolean isLong = now.type() == ValueType.LONG;
        boolean isNumber = isLong || now.type() == ValueType.DOUBLE;
        return switch (step.operator()) {
            case "keep" -> now;
            case "constant" ->
                constant(now.type(), argument.word().orElseThrow()) == null
                        ? null
                        : new Told(now.type(), isFirst ? Label.NONPERSONAL : now.label());
            case "round", "bucket" ->
                isNumber && !(isLong && number(argument) % 1 != 0)
                        ? lowered(now, isFirst, field, number(argument))
                        : null;
            case "clamp" -> isNumber ? now : null;
            case "boolean" -> {
                double side = Math.min(
                        number(argument) - field.limits().minimum(),
                        field.limits().maximum() - number(argument));
                yield isNumber
                        ? new Told(
                                ValueType.BOOLEAN,
                                lowered(now, isFirst, field, side).label())
                        : null;
            }
            case "mask", "truncate" -> now.type() == ValueType.TEXT ? now : null;
            case "generalise" ->
                now.type() == ValueType.TEXT ? lowered(now, isFirst, field, smallestGroup(argument)) : null;
            case "round-time" ->
                now.type() == ValueType.INSTANT || now.type() == ValueType.DURATION
                        ? lowered(now, isFirst, field, seconds(argument))
                        : null;
            case "time-part" ->
                now.type() == ValueType.INSTANT
                        ? new Told(
                                ValueType.LONG,
                                lowered(now, isFirst, field, 3_600).label())
                        : null;
            case "relative-time" -> {
                CatalogueField since =
                        stream.fields().get(argument.at("since").word().orElseThrow());
                if (!isFirst || now.type() != ValueType.INSTANT || since == null || since.type() != ValueType.INSTANT) {
                    yield null;
                }
                yield new Told(
                        ValueType.DURATION, now.label().max(since.label()).max(floor));
            }
            case "cell" -> now.type() == ValueType.POINT ? lowered(now, isFirst, field, number(argument)) : null;
            default -> null;
        };
    }

    private static Told lowered(Told now, boolean isFirst, CatalogueField field, double step) {
        return isFirst && NaiveLine.isDeidentifiedBy(field, now.label(), step)
                ? new Told(now.type(), Label.DEIDENTIFIED)
                : now;
    }

    private static int smallestGroup(Argument argument) {
        String otherwise = argument.at("otherwise").word().orElseThrow();
        return argument.entries().keySet().stream()
                .filter(group -> !group.equals("otherwise"))
                .mapToInt(group -> argument.entries().containsKey(otherwise)
                        ? argument.at(group).items().size()
                        : 0)
                .min()
                .orElse(0);
    }

    /** Label of what is told by a record's meeting a condition. */
    static Label conditionLabel(Argument demand, CatalogueField field, Label own) {
        double least =
                demand.at("atLeast").number().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
        double end = demand.at("below").number().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
        if (Double.isInfinite(least) && Double.isInfinite(end)) {
            return own; // texts and truth values
        }
        double from = field.limits().minimum();
        double to = field.limits().maximum();
        double narrowest = end - least;
        narrowest = Double.isFinite(least) ? Math.min(narrowest, Math.min(least - from, to - least)) : narrowest;
        narrowest = Double.isFinite(end) ? Math.min(narrowest, Math.min(end - from, to - end)) : narrowest;
        return NaiveLine.isDeidentifiedBy(field, own, narrowest) ? Label.DEIDENTIFIED : own;
    }

    static boolean passes(Argument conditions, Map<String, Object> values) {
        for (Map.Entry<String, Argument> condition : conditions.entries().entrySet()) {
            Object value = values.get(condition.getKey());
            Argument demand = condition.getValue();
            boolean isMet = switch (demand.entries().keySet().iterator().next()) {
                case "is" -> String.valueOf(value).equals(demand.at("is").word().orElseThrow());
                case "oneOf" -> value != null && demand.at("oneOf").words().contains(value);
                case "noneOf" -> value != null && !demand.at("noneOf").words().contains(value);
                default ->
                    value != null
                            && demand.at("atLeast").number().stream()
                                    .allMatch(a -> decimal(value).compareTo(a) >= 0)
                            && demand.at("below").number().stream()
                                    .allMatch(b -> decimal(value).compareTo(b) < 0);
            };
            if (!isMet) {
                return false;
            }
        }
        return true;
    }

    /** Null if the result is absent. */
    static @Nullable Object apply(Policy.Step step, Object value, Map<String, Object> values) {
        Argument argument = step.argument();
        return switch (step.operator()) {
            case "constant" -> constant(typeOf(value), argument.word().orElseThrow());
            case "round" ->
                like(
                        value,
                        onGrid(
                                value,
                                argument,
                                value instanceof Long ? RoundingMode.FLOOR : RoundingMode.HALF_EVEN,
                                value instanceof Long));
            case "bucket" -> like(value, onGrid(value, argument, RoundingMode.FLOOR, false));
            case "clamp" -> like(value, clamped(decimal(value), argument));
            case "boolean" -> decimal(value).compareTo(argument.number().orElseThrow()) >= 0;
            case "mask" ->
                masked((String) value, (int) number(argument.at("first")), (int) number(argument.at("last")));
            case "truncate" -> first((String) value, (int) number(argument));
            case "generalise" -> group((String) value, argument);
            case "round-time" ->
                value instanceof Duration length
                        ? Duration.ofSeconds(below(length.getSeconds(), seconds(argument)))
                        : Instant.ofEpochSecond(below(((Instant) value).getEpochSecond(), seconds(argument)));
            case "time-part" ->
                (long) OffsetDateTime.ofInstant((Instant) value, ZoneOffset.UTC).getHour();
            case "relative-time" -> {
                Object since = values.get(argument.at("since").word().orElseThrow());
                yield since == null ? null : Duration.between((Instant) since, (Instant) value);
            }
            case "cell" -> cell((Point) value, number(argument));
            default -> value;
        };
    }

    private static long below(long seconds, long step) {
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(step), 0, RoundingMode.FLOOR)
                .multiply(BigDecimal.valueOf(step))
                .longValue();
    }

    private static ValueType typeOf(Object value) {
        if (value instanceof Boolean) {
            return ValueType.BOOLEAN;
        }
        if (value instanceof Double) {
            return ValueType.DOUBLE;
        }
        return value instanceof Long ? ValueType.LONG : ValueType.TEXT;
    }

    /** Null if the word is no such value. */
    static @Nullable Object constant(ValueType type, String word) {
        boolean isNumber = word.matches("[0-9.]+");
        return switch (type) {
            case TEXT -> word;
            case LONG -> isNumber && new BigDecimal(word).stripTrailingZeros().scale() <= 0 ? Long.valueOf(word) : null;
            case DOUBLE -> isNumber ? Double.valueOf(word) : null;
            case BOOLEAN -> word.equals("true") || word.equals("false") ? Boolean.valueOf(word) : null;
            default -> null;
        };
    }

    /** Whole numbers are rounded half up: that is, half a step is added and the rest cut off. */
    private static BigDecimal onGrid(Object value, Argument argument, RoundingMode mode, boolean addHalf) {
        BigDecimal step = argument.number().orElseThrow();
        BigDecimal number = addHalf ? decimal(value).add(step.divide(BigDecimal.valueOf(2))) : decimal(value);
        return number.divide(step, 0, mode).multiply(step);
    }

    private static BigDecimal clamped(BigDecimal value, Argument argument) {
        BigDecimal least = argument.at("atLeast").number().map(value::max).orElse(value);
        return argument.at("atMost").number().map(least::min).orElse(least);
    }

    private static String masked(String text, int first, int last) {
        int[] characters = text.codePoints().toArray();
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            boolean isShown = first + last < characters.length && (i < first || i >= characters.length - last);
            masked.appendCodePoint(isShown ? characters[i] : '*');
        }
        return masked.toString();
    }

    private static String first(String text, int count) {
        StringBuilder first = new StringBuilder();
        text.codePoints().limit(count).forEach(first::appendCodePoint);
        return first.toString();
    }

    private static String group(String text, Argument argument) {
        for (Map.Entry<String, Argument> group : argument.entries().entrySet()) {
            List<String> members = group.getValue().words();
            if (!group.getKey().equals("otherwise") && members.contains(text)) {
                return group.getKey();
            }
        }
        return argument.at("otherwise").word().orElseThrow();
    }

    /** Rows of equal height from the south pole, each cut into equal columns from 180 west; metres on a sphere of radius 6,378,137 m (WGS 84). */
    private static Point cell(Point point, double metres) {
        double degree = 6_378_137 * Math.PI / 180;
        int rows = (int) Math.max(1, Math.floor(180 * degree / metres));
        int row = (int) Math.min(rows - 1, Math.floor((point.latitude() + 90) * rows / 180));
        double latitude = (row + 0.5) * 180 / rows - 90;
        int columns = (int) Math.max(1, Math.floor(360 * degree * Math.cos(Math.toRadians(latitude)) / metres));
        int column = (int) Math.min(columns - 1, Math.floor((point.longitude() + 180) * columns / 360));
        return new Point(latitude, (column + 0.5) * 360 / columns - 180);
    }

    private static Object like(Object before, BigDecimal number) {
        return before instanceof Long ? (Object) number.longValueExact() : (Object) (number.doubleValue() + 0.0);
    }

    private static BigDecimal decimal(Object value) {
        return new BigDecimal(value.toString());
    }

    private static double number(Argument argument) {
        return argument.number().map(BigDecimal::doubleValue).orElse(0.0);
    }

    private static long seconds(Argument argument) {
        return argument.duration().orElseThrow().toSeconds();
    }
}
