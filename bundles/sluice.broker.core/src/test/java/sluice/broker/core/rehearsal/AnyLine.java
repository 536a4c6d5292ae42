package sluice.broker.core.rehearsal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.operator.Written;
import sluice.broker.core.port.FlowKey;
import sluice.driver.spi.Point;

/** Random policy sets, requests and readings, with few names, so that rules meet each other; numbers have at most two decimals. */
final class AnyLine {
    static final Instant NOW = Instant.parse("2026-05-04T10:07:30Z");
    private static final Where HERE = new Where("any.yaml", 1);
    private static final Label[] LABELS = Label.values();
    private static final ValueType[] TYPES = {
        ValueType.DOUBLE, ValueType.LONG, ValueType.BOOLEAN, ValueType.TEXT, ValueType.INSTANT, ValueType.POINT
    };
    private static final Map<ValueType, List<String>> STEPS = Map.of(
            ValueType.DOUBLE,
            List.of(
                    "round 0.5",
                    "round 10",
                    "bucket 10",
                    "bucket 0.05",
                    "bucket 2.5",
                    "clamp {atLeast: 5, atMost: 60.5}",
                    "boolean 20",
                    "boolean 1",
                    "constant 7.5"),
            ValueType.LONG,
            List.of(
                    "round 10",
                    "round 7",
                    "bucket 2",
                    "bucket 25",
                    "clamp {atMost: 40}",
                    "boolean 20.5",
                    "constant 3",
                    "round 0.5"),
            ValueType.BOOLEAN,
            List.of("constant true"),
            ValueType.TEXT,
            List.of(
                    "mask",
                    "mask {first: 1, last: 1}",
                    "truncate 2",
                    "constant any",
                    "constant \"two words\"",
                    "generalise {light: [car, van], heavy: [lorry, bus], otherwise: heavy}",
                    "generalise {light: [car], otherwise: other}"),
            ValueType.INSTANT,
            List.of(
                    "round-time PT5S",
                    "round-time PT15M",
                    "time-part {part: hour, zone: UTC}",
                    "relative-time {since: field3}",
                    "relative-time {since: field4}"),
            ValueType.POINT,
            List.of("cell 100", "cell 750.5", "cell 100000"));
    private static final List<String> ODD = List.of("blur", "cell 5", "round 10", "truncate 1", "round-time PT1H");
    private static final List<String> WORDS =
            List.of("car", "van", "lorry", "bus", "", "a\uD83D\uDE97b", "\uD83D\uDE97", "abcdefghijklm");

    private final RandomGenerator random;

    AnyLine(RandomGenerator random) {
        this.random = random;
    }

    PolicySet policies() {
        Map<String, CatalogueStream> catalogue = new LinkedHashMap<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            catalogue.put("stream" + i, stream("stream" + i));
        }
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            String name = "purpose" + random.nextInt(3);
            purposes.put(name, purpose(name));
        }
        List<Policy> policies = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            policies.add(policy("policy" + i, catalogue));
        }
        return new PolicySet("any", catalogue, purposes, policies);
    }

    FlowKey flow(PolicySet set) {
        Policy some = set.policies().get(random.nextInt(set.policies().size()));
        String purpose = chance(0.93) ? some.purpose() : "purpose" + random.nextInt(3);
        return new FlowKey(some.stream(), purpose, chance(0.93) ? some.recipient() : "recipient" + random.nextInt(3));
    }

    Label floor() {
        return chance(0.85) ? Label.NONPERSONAL : label();
    }

    /** All that is released, some of it, or something else. */
    List<Asked> asked(Map<String, ValueType> released) {
        List<Asked> asked = new ArrayList<>();
        released.forEach((name, type) -> {
            if (chance(0.85)) {
                asked.add(new Asked(name, chance(0.97) ? type : ValueType.TEXT, chance(0.15)));
            }
        });
        if (chance(0.04)) {
            asked.add(new Asked("other", ValueType.TEXT, false));
        }
        return asked;
    }

    Act act(CatalogueStream stream) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (CatalogueField field : stream.fields().values()) {
            if (chance(0.9)) {
                values.put(field.name(), value(field.type()));
            }
        }
        if (chance(0.05)) {
            values.put("undeclared", "x");
        }
        long age = chance(0.97) ? random.nextInt(3_600) : random.nextInt(2) * 7_200 - 600;
        return new Act("device-1", values, NOW.minusSeconds(age), NOW);
    }

    private Object value(ValueType type) {
        return switch (type) {
            case DOUBLE -> chance(0.005) ? Double.NaN : chance(0.005) ? Double.NEGATIVE_INFINITY : hundredths() / 100.0;
            case LONG -> (long) random.nextInt(-20, 110);
            case BOOLEAN -> random.nextBoolean();
            case TEXT -> WORDS.get(random.nextInt(WORDS.size()));
            case INSTANT -> chance(0.005) ? Instant.MAX : NOW.minusSeconds(random.nextInt(1_000_000));
            default -> new Point(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
        };
    }

    private int hundredths() {
        return random.nextInt(-200, 10_200);
    }

    private CatalogueStream stream(String name) {
        Map<String, CatalogueField> fields = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            fields.put(
                    "field" + i, field("field" + i, i == 3 ? ValueType.INSTANT : TYPES[random.nextInt(TYPES.length)]));
        }
        CatalogueField first = requireNonNull(fields.get("field0"));
        boolean isNumber = first.type() == ValueType.DOUBLE || first.type() == ValueType.LONG;
        Accuracy accuracy = isNumber && chance(0.3)
                ? new Accuracy("field0", 10, Duration.ofHours(1))
                : new Accuracy("", 0, Duration.ofHours(1));
        return new CatalogueStream(name, fields, accuracy, HERE);
    }

    private CatalogueField field(String name, ValueType type) {
        double[] coarse = {1, 2, 10, 900, Double.POSITIVE_INFINITY};
        boolean isNumber = type == ValueType.DOUBLE || type == ValueType.LONG;
        Limits limits = isNumber && chance(0.7)
                ? new Limits(-10, 100, 256)
                : new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, chance(0.1) ? 12 : 256);
        return new CatalogueField(
                name, type, "", label(), limits, new Coarseness(coarse[random.nextInt(coarse.length)]));
    }

    private Purpose purpose(String name) {
        return chance(0.08)
                ? new Purpose.Prohibited(name, "any", HERE)
                : new Purpose.Lawful(
                        name,
                        new Authority(Authority.Ground.STATUTE, "any", "direct"),
                        chance(0.5) ? Label.DIRECT : chance(0.5) ? Label.DEIDENTIFIED : label(),
                        HERE);
    }

    private Policy policy(String name, Map<String, CatalogueStream> catalogue) {
        String stream = "stream" + random.nextInt(chance(0.1) ? 2 : catalogue.size());
        Map<String, CatalogueField> fields = catalogue
                .getOrDefault(stream, requireNonNull(catalogue.get("stream0")))
                .fields();
        List<Policy.Step> records = new ArrayList<>();
        for (int i = 0; i < (chance(0.25) ? 2 : chance(0.2) ? 1 : 0); i++) {
            records.add(chance(0.7) ? filter(fields) : step("sample {every: " + (1 + random.nextInt(3)) + "}"));
        }
        Map<String, Policy.Release> releases = new LinkedHashMap<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Policy.Release release = release(fields);
            releases.put(release.output(), release);
        }
        return new Policy(
                name,
                stream,
                "purpose" + random.nextInt(3),
                "recipient" + random.nextInt(2),
                records,
                List.copyOf(releases.values()),
                Duration.ofDays(1),
                HERE);
    }

    private Policy.Step filter(Map<String, CatalogueField> fields) {
        Map<String, Argument> conditions = new LinkedHashMap<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            CatalogueField field = requireNonNull(fields.get("field" + random.nextInt(5)));
            String text = switch (field.type()) {
                case DOUBLE, LONG ->
                    List.of("{atLeast: 20}", "{below: 80}", "{atLeast: 3, below: 95}", "{atLeast: 40, below: 41}")
                            .get(random.nextInt(4));
                case TEXT -> chance(0.5) ? "{oneOf: [car, van, lorry]}" : "{noneOf: [bus]}";
                case BOOLEAN -> chance(0.5) ? "{is: true}" : "{is: false}";
                default -> "";
            };
            if (!text.isEmpty()) {
                conditions.put(field.name(), Written.argument(text));
            }
        }
        return conditions.isEmpty()
                ? step("sample {every: 2}")
                : new Policy.Step("filter", new Argument.Entries(conditions));
    }

    private Policy.Release release(Map<String, CatalogueField> fields) {
        String name = chance(0.985) ? "field" + random.nextInt(5) : "nowhere";
        CatalogueField field = fields.get(name);
        ValueType type = field == null ? ValueType.TEXT : field.type();
        List<Policy.Step> steps = new ArrayList<>();
        for (int i = 0; i < (chance(0.8) ? 1 : 2); i++) {
            steps.add(stepFor(type, i));
        }
        return new Policy.Release(chance(0.7) ? name : "out" + random.nextInt(3), name, steps, HERE);
    }

    private Policy.Step stepFor(ValueType type, int position) {
        if (chance(0.015)) {
            return step(ODD.get(random.nextInt(ODD.size())));
        }
        List<String> fitting = requireNonNull(STEPS.get(type));
        String chosen = fitting.get(random.nextInt(fitting.size()));
        return step(chance(0.35) || position > 0 && chance(0.5) ? "keep" : chosen);
    }

    private static Policy.Step step(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? new Policy.Step(text, Argument.NONE)
                : new Policy.Step(text.substring(0, blank), Written.argument(text.substring(blank + 1)));
    }

    /** Indirect identifiers more often than others: with them labels move. */
    private Label label() {
        return chance(0.3) ? Label.INDIRECT : LABELS[random.nextInt(LABELS.length)];
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
