package sluice.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Makes rules of a schema. For one schema. */
final class SchemaReader {
    private static final String DEFS = "#/$defs/";

    /** Say nothing about a value. */
    private static final Set<String> SILENT = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$comment",
            "title",
            "description",
            "examples",
            "default",
            "writeOnly",
            "x-help",
            "x-code",
            "x-noun");

    private final YamlMap root;
    private final Map<String, Rule> definitions = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    SchemaReader(YamlMap root) {
        this.root = root;
    }

    Rule read() {
        return rule(root);
    }

    private Rule rule(YamlMap schema) {
        Part part = new Part(schema);
        List<Rule> rules = new ArrayList<>();
        part.reference().ifPresent(rules::add);
        rules.addAll(ScalarRules.of(schema, part.heard));
        part.list().ifPresent(rules::add);
        part.map().ifPresent(rules::add);
        part.choice().ifPresent(rules::add);
        part.refuseUnheard();
        return All.of(rules);
    }

    private Rule definition(String reference) {
        if (!reference.startsWith(DEFS) || !underWay.add(reference)) {
            throw new IllegalArgumentException("reference " + reference + " leads out of the schema, or to itself");
        }
        Rule known = definitions.get(reference);
        Rule rule = known == null ? rule(root.map("$defs").map(reference.substring(DEFS.length()))) : known;
        definitions.put(reference, rule);
        underWay.remove(reference);
        return rule;
    }

    /** One schema object while it is read; {@code heard} holds the keywords that were understood. */
    private final class Part {
        private final YamlMap schema;
        private final Set<String> heard = new HashSet<>(SILENT);

        Part(YamlMap schema) {
            this.schema = schema;
        }

        Optional<Rule> reference() {
            return heard("$ref", value -> definition(value.text()));
        }

        Optional<Rule> choice() {
            Optional<Rule> condition = rule("if");
            Optional<Rule> then = rule("then");
            Optional<Rule> otherwise = rule("else");
            return condition.map(asked -> (value, say) -> {
                Optional<Rule> applies = asked.check(value, false) ? then : otherwise;
                return applies.map(rule -> rule.check(value, say)).orElse(true);
            });
        }

        Optional<Rule> list() {
            Optional<Rule> items = rule("items");
            Optional<Counted> counted = counted("minItems", "maxItems", "a list");
            return items.isEmpty() && counted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ListRule(items.orElse(ANY), counted.orElse(Counted.ANY)));
        }

        Optional<Rule> map() {
            Map<String, Rule> properties = new LinkedHashMap<>();
            heard("properties", YamlValue::map)
                    .ifPresent(map ->
                            map.keys().forEach(key -> properties.put(key, SchemaReader.this.rule(map.map(key)))));
            List<String> required = heard("required", YamlValue::items).orElse(List.of()).stream()
                    .map(YamlValue::text)
                    .toList();
            boolean isClosed = schema.value("additionalProperties")
                    .filter(value -> !value.isMap())
                    .isPresent();
            Rule others = isClosed ? closed() : rule("additionalProperties").orElse(ANY);
            MapRule.Names names = heard("propertyNames", YamlValue::map)
                    .map(MapRule.Names::of)
                    .orElse(MapRule.Names.ANY);
            Counted counted = counted("minProperties", "maxProperties", "a map").orElse(Counted.ANY);
            boolean isAny = properties.isEmpty() && required.isEmpty() && !isClosed && others == ANY;
            return isAny && names.equals(MapRule.Names.ANY) && counted.equals(Counted.ANY)
                    ? Optional.empty()
                    : Optional.of(new MapRule(properties, required, isClosed, others, names, counted));
        }

        private Rule closed() {
            if (heard("additionalProperties", YamlValue::truth).orElse(true)) {
                throw new IllegalArgumentException("additionalProperties is a schema or false");
            }
            return ANY;
        }

        private Optional<Counted> counted(String least, String most, String what) {
            Optional<Double> minimum = heard(least, YamlValue::number);
            Optional<Double> maximum = heard(most, YamlValue::number);
            return minimum.isEmpty() && maximum.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Counted(
                            minimum.orElse(0.0), maximum.orElse(Double.POSITIVE_INFINITY), what, Wording.of(schema)));
        }

        private Optional<Rule> rule(String key) {
            return heard(key, value -> SchemaReader.this.rule(value.map()));
        }

        private <T> Optional<T> heard(String key, Function<YamlValue, T> read) {
            heard.add(key);
            return schema.value(key).map(read);
        }

        void refuseUnheard() {
            for (String key : schema.keys()) {
                if (!heard.contains(key)) {
                    throw new IllegalArgumentException("keyword `" + key + "` is not understood, " + schema.at(key));
                }
            }
        }
    }

    /** All of several rules, up to the first that is not met. */
    private record All(Rule[] rules) implements Rule {
        static Rule of(List<Rule> rules) {
            return rules.size() == 1 ? rules.get(0) : new All(rules.toArray(new Rule[0]));
        }

        @Override
        public boolean check(YamlValue value, boolean say) {
            for (Rule rule : rules) {
                if (!rule.check(value, say)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Rule ANY = (value, say) -> true;
}
