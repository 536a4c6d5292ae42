package sluice.schema;

import static sluice.yaml.YamlCode.BAD_VALUE;
import static sluice.yaml.YamlCode.UNKNOWN_WORD;
import static sluice.yaml.YamlCode.WRONG_TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sluice.yaml.Say;
import sluice.yaml.YamlKind;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Demands on one value: its type, and what texts and numbers may be. */
final class ScalarRules {
    private final YamlMap schema;
    private final Set<String> heard;
    private final Wording wording;
    private final List<Rule> rules = new ArrayList<>();

    private ScalarRules(YamlMap schema, Set<String> heard) {
        this.schema = schema;
        this.heard = heard;
        this.wording = Wording.of(schema);
    }

    static List<Rule> of(YamlMap schema, Set<String> heard) {
        return new ScalarRules(schema, heard).read();
    }

    private List<Rule> read() {
        heard("type", YamlValue::items).map(this::type).ifPresent(rules::add);
        heard("enum", YamlValue::items).map(this::words).ifPresent(rules::add);
        heard("pattern", YamlValue::text).map(this::pattern).ifPresent(rules::add);
        length("minLength", "at least ", (length, least) -> length >= least);
        length("maxLength", "at most ", (length, most) -> length <= most);
        bound("minimum", least -> number -> number >= least, "at least ");
        bound("maximum", most -> number -> number <= most, "at most ");
        bound("exclusiveMinimum", below -> number -> number > below, "more than ");
        return rules;
    }

    private <T> Optional<T> heard(String key, Function<YamlValue, T> read) {
        heard.add(key);
        return schema.value(key).map(read);
    }

    private Rule type(List<YamlValue> words) {
        List<JsonType> types =
                words.stream().map(word -> JsonType.parse(word.text())).toList();
        String wanted = types.stream().map(JsonType::noun).collect(Collectors.joining(" or "));
        JsonType first = types.get(0);
        return (value, say) -> first.has(value)
                || types.size() > 1 && types.stream().anyMatch(type -> type.has(value))
                || wording.wrong(value, say, new Wording.Fault(WRONG_TYPE, false, wanted, quoted(types, value)));
    }

    /** Somebody who wrote a text of digits only needs to know why it is none. */
    private static String quoted(List<JsonType> types, YamlValue value) {
        boolean isScalar = value.kind() == YamlKind.NUMBER || value.kind() == YamlKind.TRUTH;
        return types.equals(List.of(JsonType.STRING)) && isScalar ? value.shown() + "; write it in quotes" : "";
    }

    private Rule words(List<YamlValue> words) {
        Set<String> known = words.stream().map(YamlValue::text).collect(Collectors.toSet());
        return (value, say) ->
                value.kind() == YamlKind.TEXT && known.contains(value.written()) || unknown(value, known, say);
    }

    private boolean unknown(YamlValue value, Set<String> known, boolean say) {
        if (say) {
            String noun = wording.noun().isEmpty() ? Say.quote(value.name()) : wording.noun();
            String help = Say.didYouMean(value.written(), known);
            value.problem(UNKNOWN_WORD, "unknown " + noun + " " + Say.quote(value.written()) + help);
        }
        return false;
    }

    private Rule pattern(String text) {
        Pattern pattern = Pattern.compile(text);
        return (value, say) -> value.kind() != YamlKind.TEXT
                || pattern.matcher(value.written()).find()
                || wording.wrong(value, say, new Wording.Fault(BAD_VALUE, true, "of the form `" + text + "`", ""));
    }

    private void length(String key, String words, DoubleBiTest test) {
        heard(key, YamlValue::number)
                .ifPresent(bound -> rules.add((value, say) -> {
                    String text = value.written();
                    return value.kind() != YamlKind.TEXT
                            || test.holds(text.codePointCount(0, text.length()), bound)
                            || wording.wrong(value, say, lengthFault(words + bound.intValue(), text));
                }));
    }

    private static Wording.Fault lengthFault(String wanted, String text) {
        return new Wording.Fault(BAD_VALUE, true, wanted + " characters", text.length() + " characters");
    }

    /** A length against a bound. */
    private interface DoubleBiTest {
        boolean holds(double length, double bound);
    }

    private void bound(String key, Function<Double, DoublePredicate> made, String words) {
        heard(key, YamlValue::number).ifPresent(bound -> {
            DoublePredicate test = made.apply(bound);
            rules.add((value, say) -> value.kind() != YamlKind.NUMBER
                    || test.test(value.number())
                    || wording.wrong(value, say, new Wording.Fault(BAD_VALUE, true, words + bound, "")));
        });
    }
}
