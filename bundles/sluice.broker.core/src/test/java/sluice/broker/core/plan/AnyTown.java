package sluice.broker.core.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import sluice.broker.core.model.Accuracy;
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
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;

/** Random policy sets with few names, so that rules meet each other, and random requests that mostly have a policy. */
final class AnyTown {
    private static final Where HERE = new Where("any.yaml", 1);
    private static final Map<ValueType, List<Policy.Step>> FITTING = Map.of(
            ValueType.DOUBLE, List.of(step("round", "0.5"), step("bucket", "10")),
            ValueType.LONG, List.of(step("round", "10"), step("bucket", "2"), step("round", "0.5")),
            ValueType.POINT, List.of(step("cell", "5"), step("cell", "500")),
            ValueType.INSTANT, List.of(step("round-time", "PT5S"), step("round-time", "PT15M")));
    private static final List<Policy.Step> ODD = List.of(step("blur", ""), step("cell", "0.5"), step("round", "10"));
    private static final List<ValueType> TYPES =
            List.of(ValueType.DOUBLE, ValueType.LONG, ValueType.POINT, ValueType.INSTANT, ValueType.TEXT);
    private static final double[] STEPS = {1, 10, 900, Double.POSITIVE_INFINITY};

    private final RandomGenerator random;

    AnyTown(RandomGenerator random) {
        this.random = random;
    }

    PolicySet policies() {
        Map<String, CatalogueStream> catalogue = new LinkedHashMap<>();
        for (String name : some(1, () -> name("stream", 2))) {
            catalogue.put(name, stream(name));
        }
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        for (String name : some(3, () -> name("purpose", 3))) {
            purposes.put(name, purpose(name));
        }
        return new PolicySet("any", catalogue, purposes, some(3, () -> policy(catalogue)));
    }

    Request request(PolicySet set) {
        FlowKey flow = new FlowKey(name("stream", 2), name("purpose", 3), name("recipient", 2));
        Shape shape = new Shape(some(0, this::component));
        if (!set.policies().isEmpty() && chance(0.8)) {
            Policy asked = set.policies().get(random.nextInt(set.policies().size()));
            flow = new FlowKey(asked.stream(), chance(0.9) ? asked.purpose() : flow.purpose(), asked.recipient());
            shape = chance(0.8) ? shapeOf(asked, set) : shape;
        }
        return new Request(flow, chance(0.8) ? Label.NONPERSONAL : label(), shape);
    }

    private CatalogueStream stream(String name) {
        Map<String, CatalogueField> fields = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            ValueType type = TYPES.get(random.nextInt(TYPES.size()));
            Coarseness coarse = new Coarseness(STEPS[random.nextInt(STEPS.length)]);
            fields.put("field" + i, new CatalogueField("field" + i, type, "", label(), Limits.NONE, coarse));
        }
        return new CatalogueStream(name, fields, Accuracy.ANY, HERE);
    }

    private Purpose purpose(String name) {
        Authority authority = new Authority(Authority.Ground.STATUTE, "any", "direct");
        return chance(0.1)
                ? new Purpose.Prohibited(name, "any", HERE)
                : new Purpose.Lawful(name, authority, chance(0.5) ? Label.DIRECT : label(), HERE);
    }

    private Policy policy(Map<String, CatalogueStream> catalogue) {
        String stream = name("stream", 2);
        Map<String, CatalogueField> fields =
                catalogue.containsKey(stream) ? catalogue.get(stream).fields() : Map.of();
        return new Policy(
                name("policy", 100),
                stream,
                name("purpose", 3),
                name("recipient", 2),
                some(1, () -> release(fields)),
                Duration.ofDays(1),
                HERE);
    }

    private Policy.Release release(Map<String, CatalogueField> fields) {
        String name = chance(0.97) ? "field" + random.nextInt(4) : "nowhere";
        String output = chance(0.8) ? name : "renamed";
        CatalogueField field = fields.get(name);
        ValueType type = field == null ? ValueType.TEXT : field.type();
        List<Policy.Step> steps = some(chance(0.98) ? 1 : 0, () -> stepFor(type));
        return new Policy.Release(output, name, steps, HERE);
    }

    private Policy.Step stepFor(ValueType type) {
        if (chance(0.03)) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        List<Policy.Step> fitting = FITTING.getOrDefault(type, List.of());
        return fitting.isEmpty() || chance(0.3) ? step("keep", "") : fitting.get(random.nextInt(fitting.size()));
    }

    private Shape shapeOf(Policy policy, PolicySet set) {
        CatalogueStream stream = set.catalogue().get(policy.stream());
        List<Component> components = new ArrayList<>();
        for (Policy.Release release : policy.releases()) {
            CatalogueField field = stream == null ? null : stream.fields().get(release.field());
            ValueType type = field == null ? ValueType.TEXT : field.type();
            components.add(new Component(release.output(), type, Object.class, Object.class));
        }
        return new Shape(components);
    }

    private Component component() {
        ValueType type = TYPES.get(random.nextInt(TYPES.size()));
        return new Component(name("field", 5), type, Object.class, Object.class);
    }

    private <T> List<T> some(int atLeast, Supplier<T> item) {
        List<T> list = new ArrayList<>();
        for (int left = atLeast + random.nextInt(3); left > 0; left--) {
            list.add(item.get());
        }
        return list;
    }

    private String name(String what, int count) {
        return what + random.nextInt(count);
    }

    private Label label() {
        return Label.values()[random.nextInt(Label.values().length)];
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private static Policy.Step step(String operator, String argument) {
        return new Policy.Step(operator, argument);
    }
}
