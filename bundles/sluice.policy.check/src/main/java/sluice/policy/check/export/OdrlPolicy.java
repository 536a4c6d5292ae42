package sluice.policy.check.export;

import static sluice.policy.check.export.Vocabulary.iri;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.rehearsal.Asked;
import sluice.broker.core.rehearsal.Rehearsal;
import sluice.broker.core.words.OperatorWords;

/**
 * One policy: an ODRL Set with a permission for each output, and a DPV process. A policy that does not bind permits nothing, so it is told
 * as refused, with its reason and without a permission.
 */
final class OdrlPolicy {
    private final OperatorWords words = new OperatorWords();
    private final PolicySet set;
    private final Policy policy;
    private final FlowKey flow;

    OdrlPolicy(PolicySet set, Policy policy) {
        this.set = set;
        this.policy = policy;
        this.flow = new FlowKey(policy.stream(), policy.purpose(), policy.recipient());
    }

    List<Map<String, Object>> nodes() {
        Rehearsal all = new Rehearsal(set, flow, Label.NONPERSONAL, List.of());
        return all.denied()
                .map(reason -> List.of(refused(reason)))
                .orElseGet(
                        () -> List.of(odrl(all.outputs()), process(all.label().orElse(Label.DIRECT))));
    }

    private Map<String, Object> refused(Reason reason) {
        Map<String, Object> node = OdrlDocument.node("urn:sluice:policy:" + policy.name(), "sluice:RefusedPolicy");
        node.put("sluice:reason", reason.code());
        node.put("dct:source", where());
        return node;
    }

    private Map<String, Object> odrl(Map<String, ValueType> outputs) {
        Map<String, Object> node = OdrlDocument.node("urn:sluice:policy:" + policy.name(), "Set");
        node.put("profile", Vocabulary.PROFILE);
        node.put("conflict", "prohibit");
        node.put("dct:source", where());
        List<Object> permissions = new ArrayList<>();
        for (Policy.Release release : policy.releases()) {
            permissions.add(permission(release, outputs.getOrDefault(release.output(), ValueType.TEXT)));
        }
        node.put("permission", permissions);
        return node;
    }

    private Map<String, Object> permission(Policy.Release release, ValueType type) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("target", iri(Names.field(policy.stream(), release.field())));
        rule.put("assignee", iri(Names.recipient(policy.recipient())));
        rule.put("action", "use");
        rule.put("constraint", constraints());
        rule.put("duty", List.of(deletion()));
        rule.put("sluice:output", release.output());
        label(release.output(), type).ifPresent(label -> rule.put("sluice:label", label.name()));
        rule.put("sluice:minimisedBy", Map.of("@list", steps(release.steps())));
        if (!policy.records().isEmpty()) {
            rule.put("sluice:heldBackBy", Map.of("@list", steps(policy.records())));
        }
        return rule;
    }

    /** The purpose; and each condition, which ODRL has no words for, under the profile's. */
    private List<Object> constraints() {
        List<Object> constraints = new ArrayList<>();
        constraints.add(Names.purposeIs(policy.purpose()));
        for (PolicyCondition condition : policy.conditions()) {
            Map<String, Object> constraint = new LinkedHashMap<>();
            constraint.put("leftOperand", "sluice:condition");
            constraint.put("operator", "eq");
            constraint.put("rightOperand", Map.of("@value", condition.toString()));
            constraints.add(constraint);
        }
        return constraints;
    }

    private Map<String, Object> deletion() {
        Map<String, Object> constraint = new LinkedHashMap<>();
        constraint.put("leftOperand", "elapsedTime");
        constraint.put("operator", "lteq");
        constraint.put("rightOperand", duration());
        Map<String, Object> duty = new LinkedHashMap<>();
        duty.put("action", "delete");
        duty.put("constraint", List.of(constraint));
        return duty;
    }

    private Map<String, Object> duration() {
        Duration length = policy.retention();
        boolean isDays = length.equals(Duration.ofDays(length.toDays()));
        return Map.of("@value", isDays ? "P" + length.toDays() + "D" : length.toString(), "@type", "xsd:duration");
    }

    private List<Object> steps(List<Policy.Step> steps) {
        List<Object> nodes = new ArrayList<>();
        for (Policy.Step step : steps) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("@type", words.dpv(step).orElse("dpv:Processing"));
            node.put("sluice:operator", step.toString());
            nodes.add(node);
        }
        return nodes;
    }

    private Optional<Label> label(String output, ValueType type) {
        return new Rehearsal(set, flow, Label.NONPERSONAL, List.of(new Asked(output, type, false))).label();
    }

    private Map<String, Object> process(Label label) {
        Map<String, Object> node = OdrlDocument.node("urn:sluice:process:" + policy.name(), "dpv:Process");
        node.put("dpv:hasPurpose", iri(Names.purpose(policy.purpose())));
        node.put("dpv:hasRecipient", iri(Names.recipient(policy.recipient())));
        if (set.purposes().get(policy.purpose()) instanceof Purpose.Lawful lawful) {
            Map<String, Object> basis = new LinkedHashMap<>();
            basis.put("@type", Vocabulary.basis(lawful.authority().ground()));
            basis.put("dct:source", lawful.authority().clause());
            basis.put("sluice:mannerOfCollection", lawful.authority().manner());
            node.put("dpv:hasLegalBasis", basis);
        }
        node.put("dpv:hasData", iri(Vocabulary.data(label)));
        node.put("dpv:hasProcessing", terms(false));
        node.put("dpv:hasTechnicalMeasure", terms(true));
        node.put("dpv:hasStorageCondition", Map.of("@type", "dpv:StorageDuration", "dpv:hasDuration", duration()));
        return node;
    }

    /** Terms of all operators of the policy, each once. */
    private List<Object> terms(boolean measures) {
        Set<String> terms = new LinkedHashSet<>();
        List<Policy.Step> steps = new ArrayList<>(policy.records());
        policy.releases().forEach(release -> steps.addAll(release.steps()));
        for (Policy.Step step : steps) {
            words.dpv(step).filter(term -> MEASURES.contains(term) == measures).ifPresent(terms::add);
        }
        List<Object> iris = new ArrayList<>();
        terms.forEach(term -> iris.add(iri(term)));
        return iris;
    }

    private static final Set<String> MEASURES = Set.of("dpv:Deidentification", "dpv:DataRedaction");

    private String where() {
        return policy.where().toString().replace("`", "");
    }
}
