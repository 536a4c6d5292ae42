package sluice.policy.check.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.rehearsal.Act;
import sluice.broker.core.rehearsal.Asked;
import sluice.broker.core.rehearsal.Rehearsal;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Reads one test of a {@code *.policy-test.yaml} file; its values are read by the types of the set that it tests. */
public final class TrialReader {
    private static final Set<String> KEYS =
            Set.of("test", "stream", "purpose", "recipient", "device", "ask", "conditions", "steps");
    private static final Set<String> STEP = Set.of("at", "observedAt", "reading", "expect", "denied");
    private static final Instant SOME_DAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<String, Reason> REASONS = byCode();

    private final Problems problems;
    private final PolicySet policies;

    /**
     * A reader.
     *
     * @param problems where problems are noted
     * @param policies the set that is tested
     */
    public TrialReader(Problems problems, PolicySet policies) {
        this.problems = problems;
        this.policies = policies;
    }

    /**
     * Reads one test.
     *
     * @param document the test
     * @param others keys that may stand in it as well, read by somebody else
     * @return empty if something is wrong with it; it is noted
     */
    public Optional<Trial> read(YamlMap document, Set<String> others) {
        int before = problems.count();
        Set<String> known = new HashSet<>(KEYS);
        known.addAll(STEP);
        known.addAll(others);
        document.allow(known);
        FlowKey flow = new FlowKey(document.text("stream"), document.text("purpose"), document.text("recipient"));
        Device device =
                document.value("device").map(value -> device(value.map())).orElse(Device.ANY);
        Types types = new Types(flow, device, document);
        Conditions.Facts facts = document.value("conditions")
                .map(value -> FactsReader.read(value.map()))
                .orElse(Conditions.Facts.CALM);
        List<Trial.Step> steps = document.has("steps")
                ? document.list("steps").stream()
                        .flatMap(item -> step(item.map(), types, true))
                        .toList()
                : step(document, types, false).toList();
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new Trial(
                        document.text("test"), document.at("test"), flow, device.floor(), types.asked, facts, steps));
    }

    private record Device(String id, Label floor) {
        static final Device ANY = new Device("device-1", Label.NONPERSONAL);
    }

    private static Device device(YamlMap map) {
        map.allow(Set.of("id", "serves", "raise"));
        Map<String, Label> labels = new LinkedHashMap<>();
        for (Label label : Label.values()) {
            labels.put(label.name(), label);
        }
        Label floor = map.has("raise") ? map.choice("raise", "label", labels).orElse(Label.DIRECT) : Label.NONPERSONAL;
        if (map.has("serves")) {
            map.choice("serves", "word", Map.of("household", true));
            floor = floor.max(Label.INDIRECT);
        }
        return new Device(map.has("id") ? map.text("id") : Device.ANY.id, floor);
    }

    private java.util.stream.Stream<Trial.Step> step(YamlMap map, Types types, boolean isAlone) {
        if (isAlone) {
            map.allow(STEP);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        YamlMap reading = map.map("reading");
        for (String name : reading.keys()) {
            reading.value(name)
                    .filter(value -> !value.isAbsent())
                    .flatMap(value -> types.ofReading(name, value))
                    .ifPresent(value -> values.put(name, value));
        }
        Instant given = instant(map, "at")
                .or(() -> instant(map, "observedAt"))
                .or(() -> first(values))
                .orElse(SOME_DAY);
        Instant observed = instant(map, "observedAt").orElse(given);
        Act act = new Act(types.device.id, values, observed, given);
        return expected(map, types).map(expected -> new Trial.Step(act, expected)).stream();
    }

    private static Optional<Instant> instant(YamlMap map, String key) {
        return map.value(key)
                .flatMap(value -> ValueReader.read(value, ValueType.INSTANT))
                .map(Instant.class::cast);
    }

    private static Optional<Instant> first(Map<String, Object> values) {
        return values.values().stream()
                .filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .findFirst();
    }

    private Optional<Trial.Expected> expected(YamlMap map, Types types) {
        if (map.has("denied") == map.has("expect")) {
            map.problem(YamlCode.MISSING_KEY, "reading", "a reading has either `expect` or `denied`");
            return Optional.empty();
        }
        if (map.has("denied")) {
            return map.choice("denied", "reason", REASONS).map(Trial.Denied::new);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        YamlMap expect = map.map("expect");
        for (String name : expect.keys()) {
            expect.value(name).flatMap(value -> types.ofOutput(name, value)).ifPresent(v -> values.put(name, v));
        }
        return Optional.of(new Trial.Told(values));
    }

    private static Map<String, Reason> byCode() {
        Map<String, Reason> codes = new LinkedHashMap<>();
        for (Reason reason : Reason.values()) {
            codes.put(reason.code(), reason);
        }
        return codes;
    }

    /** What types the values of one test have. */
    private final class Types {
        private final Device device;
        private final Map<String, CatalogueField> fields;
        private final List<Asked> asked = new ArrayList<>();
        private final Map<String, ValueType> outputs = new LinkedHashMap<>();

        Types(FlowKey flow, Device device, YamlMap document) {
            this.device = device;
            CatalogueStream stream = policies.catalogue().get(flow.stream());
            this.fields = stream == null ? Map.of() : stream.fields();
            outputs.putAll(new Rehearsal(policies, flow, device.floor, List.of()).outputs());
            document.value("ask").ifPresent(this::ask);
            asked.forEach(one -> outputs.put(one.name(), one.type()));
        }

        /** {@code [name, name!]}, or {@code {name: type, name: type!}}; {@code !} is required. */
        private void ask(YamlValue ask) {
            if (ask.isMap()) {
                YamlMap map = ask.map();
                map.keys().forEach(name -> ask(map.value(name).orElseThrow(), name, map.text(name)));
            } else {
                ask.items().forEach(item -> ask(item, item.text().replace("!", ""), item.text()));
            }
        }

        private void ask(YamlValue at, String name, String word) {
            String plain = word.replace("!", "");
            Optional<ValueType> type = plain.equals(name) ? Optional.of(known(name)) : ValueType.parse(plain);
            type.ifPresentOrElse(
                    is -> asked.add(new Asked(name, is, word.endsWith("!"))),
                    () -> at.problem(YamlCode.UNKNOWN_WORD, "there is no type " + Say.quote(plain)));
        }

        private ValueType known(String name) {
            CatalogueField field = fields.get(name);
            return outputs.getOrDefault(name, field == null ? ValueType.TEXT : field.type());
        }

        /** A value that the catalogue does not declare, or of another type, is given all the same: it must be stripped. */
        Optional<Object> ofReading(String name, YamlValue value) {
            CatalogueField field = fields.get(name);
            if (field == null) {
                return Optional.of(value.isMap() || value.isList() ? List.of("undeclared") : value.value());
            }
            boolean isMistyped = value.isMap() && value.map().has("mistyped");
            return isMistyped
                    ? value.map().value("mistyped").map(YamlValue::value)
                    : ValueReader.read(value, field.type());
        }

        Optional<Object> ofOutput(String name, YamlValue value) {
            ValueType type = outputs.get(name);
            if (type == null) {
                value.problem(
                        YamlCode.UNKNOWN_WORD,
                        "no output " + Say.quote(name) + " is asked for" + Say.didYouMean(name, outputs.keySet()));
                return Optional.empty();
            }
            return ValueReader.read(value, type);
        }
    }
}
