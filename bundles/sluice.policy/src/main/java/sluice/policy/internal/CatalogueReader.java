package sluice.policy.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.policy.internal.words.Ucum;
import sluice.policy.internal.words.Words;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Reads one document of {@code catalogue/}: a stream, its fields and their labels. */
final class CatalogueReader {
    private static final String MAX_AGE = "maxAge";
    private static final int LONGEST = 65_536;
    private static final Map<String, ValueType> TYPES = Words.of(ValueType.values(), ValueType::toString);
    private static final Map<String, Label> LABELS = Words.of(Label.values(), Label::name);
    private static final Set<ValueType> NUMBERS = Set.of(ValueType.LONG, ValueType.DOUBLE);
    private static final Set<ValueType> NUMBER_LISTS = Set.of(ValueType.LONGS, ValueType.DOUBLES);
    private static final Set<ValueType> TIMES = Set.of(ValueType.INSTANT, ValueType.DURATION);

    private final Problems problems;

    CatalogueReader(Problems problems) {
        this.problems = problems;
    }

    Optional<CatalogueStream> read(YamlMap document) {
        int before = problems.count();
        String name = document.text("stream");
        Map<String, CatalogueField> fields = fields(document.map("fields"));
        Accuracy accuracy = accuracy(document, fields);
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new CatalogueStream(
                        name, fields, accuracy, document.optionalText("notice"), Names.where(document.at("stream"))));
    }

    private Map<String, CatalogueField> fields(YamlMap map) {
        Map<String, CatalogueField> fields = new LinkedHashMap<>();
        for (String name : map.keys()) {
            field(name, map.map(name)).ifPresent(field -> fields.put(name, field));
        }
        return fields;
    }

    private Optional<CatalogueField> field(String name, YamlMap map) {
        int before = problems.count();
        Optional<ValueType> type = map.choice("type", "type", TYPES);
        Optional<Label> label = map.choice("label", "label", LABELS);
        String unit = unit(map);
        if (type.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        Limits limits = limits(map, type.get());
        Coarseness coarse = map.value("deidentifiedAt")
                .map(value -> coarseness(value, type.get()))
                .orElse(Coarseness.NEVER);
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new CatalogueField(name, type.get(), unit, label.get(), limits, coarse));
    }

    private static String unit(YamlMap map) {
        String unit = map.optionalText("unit");
        if (!unit.isEmpty() && !Ucum.isUnit(unit)) {
            String text = Say.quote(unit) + " is no unit of UCUM" + Say.didYouMean(unit, Ucum.COMMON);
            map.problem(YamlCode.BAD_VALUE, "unit", text);
        }
        return unit;
    }

    private static Limits limits(YamlMap map, ValueType type) {
        double[] range = {Limits.NONE.minimum(), Limits.NONE.maximum()};
        if (map.has("range")) {
            range = range(map, type);
        }
        double maxLength = Limits.DEFAULT_MAX_LENGTH;
        if (map.has("maxLength")) {
            maxLength = maxLength(map, type);
        }
        return new Limits(range[0], range[1], (int) maxLength);
    }

    private static double[] range(YamlMap map, ValueType type) {
        if (!NUMBERS.contains(type) && !NUMBER_LISTS.contains(type)) {
            map.problem(YamlCode.BAD_VALUE, "range", "a `" + type + "` has no range; only numbers have");
        }
        List<Double> ends = map.list("range").stream().map(YamlValue::number).toList();
        if (ends.size() == 2 && ends.get(0) <= ends.get(1)) {
            return new double[] {ends.get(0), ends.get(1)};
        }
        map.problem(YamlCode.BAD_VALUE, "range", "a range is `[least, greatest]`");
        return new double[] {0, 0};
    }

    private static double maxLength(YamlMap map, ValueType type) {
        if (NUMBERS.contains(type) || TIMES.contains(type) || type == ValueType.BOOLEAN || type == ValueType.POINT) {
            map.problem(YamlCode.BAD_VALUE, "maxLength", "a `" + type + "` has no length; only texts and lists have");
        }
        double length = map.number("maxLength", 1, LONGEST);
        if (length != Math.rint(length)) {
            map.problem(YamlCode.BAD_VALUE, "maxLength", "`maxLength` must be a whole number");
            return 1;
        }
        return length;
    }

    private static Coarseness coarseness(YamlValue value, ValueType type) {
        double step = 0;
        if (TIMES.contains(type)) {
            Duration duration = value.duration();
            step = duration.getSeconds() + duration.getNano() / 1e9;
        } else if (NUMBERS.contains(type) || type == ValueType.POINT) {
            step = value.number();
        } else if (type == ValueType.TEXT) {
            step = values(value);
        } else {
            value.problem(YamlCode.BAD_VALUE, "no operator makes a `" + type + "` coarser; leave `deidentifiedAt` out");
        }
        if (step > 0) {
            return new Coarseness(step);
        }
        value.problem(YamlCode.BAD_VALUE, "`deidentifiedAt` must be a positive step in the field's own unit");
        return Coarseness.NEVER;
    }

    /** Of a text: how many values have to be told as one. */
    private static double values(YamlValue value) {
        double values = value.number();
        if (values >= 2 && values == Math.rint(values)) {
            return values;
        }
        value.problem(YamlCode.BAD_VALUE, "of a text `deidentifiedAt` is how many values are told as one, at least 2");
        return 2;
    }

    private Accuracy accuracy(YamlMap document, Map<String, CatalogueField> fields) {
        if (!document.has("accuracy")) {
            return Accuracy.ANY;
        }
        YamlMap map = document.map("accuracy");
        String confidence = "";
        double minimum = 0;
        for (String key : map.keys()) {
            if (key.equals(MAX_AGE)) {
                continue;
            }
            if (!confidence.isEmpty()) {
                map.problem(
                        YamlCode.BAD_VALUE, key, "only one field can hold the confidence; `" + confidence + "` does");
            }
            checkConfidence(map, key, fields);
            confidence = key;
            minimum = map.number(key);
        }
        Duration maxAge = map.has(MAX_AGE) ? map.duration(MAX_AGE) : Accuracy.ANY.maxAge();
        return maxAge.isZero() ? Accuracy.ANY : new Accuracy(confidence, minimum, maxAge);
    }

    private static void checkConfidence(YamlMap map, String key, Map<String, CatalogueField> fields) {
        CatalogueField field = fields.get(key);
        if (field == null) {
            map.problem(
                    PolicyCode.UNKNOWN_FIELD,
                    key,
                    "unknown field " + Say.quote(key) + Say.didYouMean(key, fields.keySet()));
        } else if (!NUMBERS.contains(field.type())) {
            map.problem(YamlCode.BAD_VALUE, key, "`" + key + "` is a `" + field.type() + "`; a confidence is a number");
        } else if (map.number(key) < field.limits().minimum()
                || map.number(key) > field.limits().maximum()) {
            map.problem(
                    YamlCode.BAD_VALUE,
                    key,
                    "`" + key + "` never reaches this; its range is "
                            + field.limits().minimum() + " to " + field.limits().maximum());
        }
    }
}
