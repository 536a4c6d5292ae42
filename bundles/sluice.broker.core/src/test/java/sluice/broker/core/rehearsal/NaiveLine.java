package sluice.broker.core.rehearsal;

import static java.util.Objects.requireNonNull;
import static sluice.broker.core.model.Label.DEIDENTIFIED;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.port.FlowKey;

/**
 * What becomes of a reading, as plainly as it can be written: slow, without plans, slots or operators' classes; it shares the model's
 * records with the engine, and nothing else. One instance is one recipient's rehearsal.
 */
final class NaiveLine {
    private final PolicySet set;
    private final FlowKey flow;
    private final Label floor;
    private final Map<String, ValueType> asked;
    private final Map<Integer, Integer> reached = new HashMap<>();
    private @Nullable Policy policy;

    NaiveLine(PolicySet set, FlowKey flow, Label floor, Map<String, ValueType> asked) {
        this.set = set;
        this.flow = flow;
        this.floor = floor;
        this.asked = asked;
    }

    /** {@code told {...}}, or a reason's code. */
    String send(Act act) {
        CatalogueStream stream = set.catalogue().get(flow.stream());
        if (stream == null) {
            return "undeclared-stream";
        }
        Map<String, Object> values = new LinkedHashMap<>(act.values());
        values.keySet().removeIf(name -> !stream.fields().containsKey(name));
        String refused = classify(stream, values, act);
        String denied = refused.isEmpty() ? decide(stream) : refused;
        return denied.isEmpty() ? minimise(values) : denied;
    }

    private static String classify(CatalogueStream stream, Map<String, Object> values, Act act) {
        Accuracy accuracy = stream.accuracy();
        if (act.observedAt().isAfter(act.now().plus(Duration.ofMinutes(5)))) {
            return "future";
        }
        if (Duration.between(act.observedAt(), act.now()).compareTo(accuracy.maxAge()) > 0) {
            return "too-old";
        }
        for (CatalogueField field : stream.fields().values()) {
            Object value = values.get(field.name());
            if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
                return "not-finite";
            }
            if (value instanceof Number number
                    && (number.doubleValue() < field.limits().minimum()
                            || number.doubleValue() > field.limits().maximum())) {
                return "out-of-range";
            }
            if (value instanceof String text && text.length() > field.limits().maxLength()) {
                return "too-long";
            }
            if (value instanceof Instant instant
                    && (instant.getEpochSecond() < 0 || !instant.isBefore(FIRST_OF_2200))) {
                return "out-of-range";
            }
        }
        Object confidence = values.get(accuracy.confidenceField());
        boolean isSure = confidence instanceof Number number && number.doubleValue() >= accuracy.minimumConfidence();
        return accuracy.confidenceField().isEmpty() || isSure ? "" : "inaccurate";
    }

    private static final Instant FIRST_OF_2200 = Instant.parse("2200-01-01T00:00:00Z");

    private String decide(CatalogueStream stream) {
        Purpose purpose = set.purposes().get(flow.purpose());
        if (purpose == null) {
            return "unknown-purpose";
        }
        if (!(purpose instanceof Purpose.Lawful lawful)) {
            return "prohibited";
        }
        boolean isKnown = false;
        for (Policy candidate : set.policies()) {
            boolean isNamed = candidate.stream().equals(flow.stream())
                    && candidate.recipient().equals(flow.recipient());
            if (isNamed && candidate.purpose().equals(flow.purpose())) {
                policy = candidate;
                return apply(candidate, stream, lawful.ceiling());
            }
            isKnown |= isNamed;
        }
        return isKnown ? "other-purpose" : "gap";
    }

    private String apply(Policy candidate, CatalogueStream stream, Label ceiling) {
        Map<String, Policy.Step> toldBy = new HashMap<>();
        for (Policy.Step step : candidate.records()) {
            for (String name : step.argument().entries().keySet()) {
                CatalogueField field =
                        step.operator().equals("filter") ? stream.fields().get(name) : null;
                if (field != null) {
                    Label own = field.label().max(floor);
                    Label label = NaiveStep.conditionLabel(step.argument().at(name), field, own);
                    label = label == own || isOnly(toldBy, name, step) ? label : own;
                    if (label.isAbove(ceiling)) {
                        return "above-ceiling";
                    }
                }
            }
        }
        Map<String, ValueType> types = new HashMap<>();
        for (Policy.Release release : candidate.releases()) {
            CatalogueField field = stream.fields().get(release.field());
            if (field == null) {
                return "bad-plan";
            }
            Label own = field.label().max(floor);
            NaiveStep.Told told = new NaiveStep.Told(field.type(), own);
            boolean isFirst = true;
            for (Policy.Step step : release.steps()) {
                told = NaiveStep.told(step, told, isFirst, field, stream, floor);
                if (told == null) {
                    return "bad-plan";
                }
                isFirst = false;
            }
            Policy.Step first = release.steps().get(0);
            boolean isCoarser = own.isAbove(told.label()) && !first.operator().equals("constant");
            Label label = isCoarser && !isOnly(toldBy, field.name(), first) ? own : told.label();
            if (label.isAbove(ceiling)) {
                return "above-ceiling";
            }
            types.put(release.output(), told.type());
        }
        for (Map.Entry<String, ValueType> wanted : asked.entrySet()) {
            if (!types.containsKey(wanted.getKey())) {
                return "not-released";
            }
            if (types.get(wanted.getKey()) != wanted.getValue()) {
                return "bad-plan";
            }
        }
        return "";
    }

    /** Whether nothing told the field in another way before. */
    private static boolean isOnly(Map<String, Policy.Step> toldBy, String field, Policy.Step step) {
        Policy.Step before = toldBy.putIfAbsent(field, step);
        return before == null || before.equals(step);
    }

    private String minimise(Map<String, Object> values) {
        Policy by = requireNonNull(policy);
        for (int i = 0; i < by.records().size(); i++) {
            Policy.Step step = by.records().get(i);
            if (step.operator().equals("sample")) {
                int every = step.argument().at("every").whole(1, 1000).orElseThrow();
                if ((reached.merge(i, 1, Integer::sum) - 1) % every != 0) {
                    return "sampled-out";
                }
            } else if (!NaiveStep.passes(step.argument(), values)) {
                return "filtered";
            }
        }
        Map<String, Object> told = new TreeMap<>();
        for (Policy.Release release : by.releases()) {
            Object value = values.get(release.field());
            boolean isFirst = true;
            for (Policy.Step step : release.steps()) {
                if (isFirst && step.operator().equals("constant")) {
                    value = NaiveStep.constant(
                            typeOf(release), step.argument().word().orElseThrow());
                } else if (value != null) {
                    value = NaiveStep.apply(step, value, values);
                }
                isFirst = false;
            }
            if (value != null && asked.containsKey(release.output())) {
                told.put(release.output(), value);
            }
        }
        return "told " + told;
    }

    private ValueType typeOf(Policy.Release release) {
        CatalogueStream stream = requireNonNull(set.catalogue().get(flow.stream()));
        return requireNonNull(stream.fields().get(release.field())).type();
    }

    static boolean isDeidentifiedBy(CatalogueField field, Label label, double step) {
        double wanted = field.coarse().step();
        return label == Label.INDIRECT
                && wanted < Double.POSITIVE_INFINITY
                && step >= wanted
                && label.isAbove(DEIDENTIFIED);
    }
}
