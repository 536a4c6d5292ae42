package sluice.schema;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlKind;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/**
 * Demands on a map: {@code properties}, {@code required}, {@code additionalProperties}, {@code propertyNames}, {@code minProperties}, {@code
 * maxProperties}.
 *
 * @param properties on the values of known keys
 * @param required keys that must be there
 * @param isClosed whether no other keys may be
 * @param others on the values of other keys
 * @param names on the keys
 * @param counted on their number
 */
record MapRule(
        Map<String, Rule> properties,
        List<String> required,
        boolean isClosed,
        Rule others,
        Names names,
        Counted counted)
        implements Rule {
    @Override
    public boolean check(YamlValue value, boolean say) {
        if (value.kind() != YamlKind.MAP) {
            return true;
        }
        YamlMap map = value.map();
        boolean isSound = counted.check(map.keys().size(), value, say);
        for (String key : map.keys()) {
            isSound &= entry(map, key, say);
        }
        for (String key : required) {
            isSound &= map.has(key) || missing(map, key, say);
        }
        return isSound;
    }

    private boolean entry(YamlMap map, String key, boolean say) {
        Rule rule = properties.get(key);
        if (rule == null && isClosed) {
            return unknown(map, key, say);
        }
        Rule applies = rule == null ? others : rule;
        boolean isNamed = names.check(map, key, say);
        return map.value(key).map(value -> applies.check(value, say)).orElse(true) && isNamed;
    }

    private boolean unknown(YamlMap map, String key, boolean say) {
        if (say) {
            String help = Say.didYouMean(key, properties.keySet());
            map.problem(YamlCode.UNKNOWN_KEY, key, "unknown key " + Say.quote(key) + help);
        }
        return false;
    }

    private static boolean missing(YamlMap map, String key, boolean say) {
        if (say) {
            map.problem(YamlCode.MISSING_KEY, key, "key " + Say.quote(key) + " is missing");
        }
        return false;
    }

    /**
     * What keys look like.
     *
     * @param pattern the form
     * @param longest most characters
     * @param wording how to say it
     */
    record Names(Pattern pattern, double longest, Wording wording) {
        static final Names ANY =
                new Names(Pattern.compile(""), Double.POSITIVE_INFINITY, new Wording("", "", "", false));

        static Names of(YamlMap schema) {
            schema.keys().forEach(Names::refuseOther);
            return new Names(Pattern.compile(schema.text("pattern")), schema.number("maxLength"), Wording.of(schema));
        }

        private static void refuseOther(String key) {
            if (!List.of("pattern", "maxLength", "x-help", "x-code").contains(key)) {
                throw new IllegalArgumentException("propertyNames has pattern and maxLength only, got " + key);
            }
        }

        boolean check(YamlMap map, String key, boolean say) {
            if (key.codePointCount(0, key.length()) <= longest
                    && pattern.matcher(key).find()) {
                return true;
            }
            if (say) {
                String code = wording.code().isEmpty() ? YamlCode.BAD_VALUE : wording.code();
                map.problem(code, key, Say.quote(key) + " is no name here; write " + wording.help());
            }
            return false;
        }
    }
}
