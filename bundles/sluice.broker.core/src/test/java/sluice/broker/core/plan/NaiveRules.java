package sluice.broker.core.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Component;

/** What {@link Rules} should say, written down as plainly as can be: slow, without plans, and in the order of the rules' text. */
final class NaiveRules {
    private NaiveRules() {}

    /** {@code permitted LABEL field=LABEL ...}, or the code of the reason. */
    static String decide(PolicySet set, Request request) {
        FlowKey flow = request.flow();
        CatalogueStream stream = set.catalogue().get(flow.stream());
        if (stream == null) {
            return "undeclared-stream";
        }
        Purpose purpose = set.purposes().get(flow.purpose());
        if (purpose == null) {
            return "unknown-purpose";
        }
        if (!(purpose instanceof Purpose.Lawful lawful)) {
            return "prohibited";
        }
        boolean isKnown = false;
        for (Policy policy : set.policies()) {
            boolean isNamed =
                    policy.stream().equals(flow.stream()) && policy.recipient().equals(flow.recipient());
            if (isNamed && policy.purpose().equals(flow.purpose())) {
                return apply(policy, stream, lawful.ceiling(), request);
            }
            isKnown |= isNamed;
        }
        return isKnown ? "other-purpose" : "gap";
    }

    private static String apply(Policy policy, CatalogueStream stream, Label ceiling, Request request) {
        Map<String, ValueType> types = new HashMap<>();
        Map<String, Label> labels = new HashMap<>();
        Map<String, String> fields = new HashMap<>();
        Map<String, Policy.Step> loweredBy = new HashMap<>();
        for (Policy.Release release : policy.releases()) {
            CatalogueField field = stream.fields().get(release.field());
            if (field == null || release.steps().isEmpty()) {
                return "bad-plan";
            }
            Label label = field.label().max(request.floor());
            for (Policy.Step step : release.steps()) {
                if (coarseness(step, field.type()).isEmpty()) {
                    return "bad-plan";
                }
            }
            Policy.Step first = release.steps().get(0);
            boolean isEnough = coarseness(first, field.type()).orElseThrow()
                    >= field.coarse().step();
            if (label == Label.INDIRECT && isEnough) {
                boolean isOnly = loweredBy.getOrDefault(field.name(), first).equals(first);
                loweredBy.putIfAbsent(field.name(), first);
                label = isOnly ? Label.DEIDENTIFIED : label;
            }
            if (label.ordinal() > ceiling.ordinal()) {
                return "above-ceiling";
            }
            types.put(release.output(), field.type());
            labels.put(release.output(), label);
            fields.put(release.output(), release.field());
        }
        Label most = Label.NONPERSONAL;
        StringBuilder outputs = new StringBuilder();
        for (Component component : request.observation().components()) {
            if (!types.containsKey(component.name())) {
                return "not-released";
            }
            if (types.get(component.name()) != component.type()) {
                return "bad-plan";
            }
            Label label = labels.getOrDefault(component.name(), Label.DIRECT);
            most = most.max(label);
            outputs.append(' ').append(fields.get(component.name())).append('=').append(label);
        }
        return "permitted " + most + outputs;
    }

    /** How coarse a step makes a value, 0 for not at all; empty if it can not be applied. No step changes a value's type. */
    private static Optional<Double> coarseness(Policy.Step step, ValueType type) {
        String argument = step.argument().word().orElse("");
        return switch (step.operator() + " " + type) {
            case "round double", "bucket double" ->
                Optional.of(Double.valueOf(argument)).filter(grid -> grid > 0);
            case "round long", "bucket long" ->
                Optional.of(Double.valueOf(argument)).filter(grid -> grid > 0 && grid % 1 == 0);
            case "cell point" -> Optional.of(Double.valueOf(argument)).filter(metres -> metres >= 1);
            case "round-time instant" ->
                Optional.of((double) Duration.parse(argument).toSeconds());
            default -> step.operator().equals("keep") ? Optional.of(0.0) : Optional.empty();
        };
    }
}
