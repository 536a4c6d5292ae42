package sluice.policy.check.export;

import static sluice.policy.check.export.Vocabulary.iri;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;

/** A whole set: purposes, streams, and one ODRL policy with one DPV process for each policy that binds. */
public final class OdrlDocument {
    private final PolicySet set;

    /**
     * Of a set.
     *
     * @param set the set
     */
    public OdrlDocument(PolicySet set) {
        this.set = set;
    }

    /**
     * The document.
     *
     * @return JSON-LD as maps and lists
     */
    public Map<String, Object> build() {
        List<Object> graph = new ArrayList<>();
        new TreeMap<>(set.purposes()).values().forEach(purpose -> graph.add(purpose(purpose)));
        new TreeMap<>(set.catalogue()).values().forEach(stream -> graph.add(stream(stream)));
        new TreeMap<>(set.purposes())
                .values().stream()
                        .filter(Purpose.Prohibited.class::isInstance)
                        .forEach(purpose -> graph.add(prohibition((Purpose.Prohibited) purpose)));
        for (Policy policy : set.policies()) {
            graph.addAll(new OdrlPolicy(set, policy).nodes());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", Vocabulary.context());
        document.put("@id", "urn:sluice:policy-set:" + set.version());
        document.put("@graph", graph);
        return document;
    }

    private static Map<String, Object> purpose(Purpose purpose) {
        Map<String, Object> node = node(Names.purpose(purpose.name()), "dpv:Purpose");
        node.put("dct:title", purpose.name());
        if (purpose instanceof Purpose.Lawful lawful) {
            node.put("sluice:ceiling", lawful.ceiling().name());
        }
        return node;
    }

    private static Map<String, Object> stream(CatalogueStream stream) {
        Map<String, Object> node = node(Names.stream(stream.name()), "AssetCollection");
        node.put("dct:title", stream.name());
        List<Object> parts = new ArrayList<>();
        stream.fields().values().forEach(field -> {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("@id", Names.field(stream.name(), field.name()));
            part.put("@type", List.of("Asset", Vocabulary.data(field.label())));
            part.put("dct:title", field.name());
            part.put("sluice:label", field.label().name());
            parts.add(part);
        });
        node.put("dct:hasPart", parts);
        return node;
    }

    /** What holds for whatever stream: nothing may be used for it. */
    private static Map<String, Object> prohibition(Purpose.Prohibited purpose) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("target", iri(Names.EVERYTHING));
        rule.put("action", "use");
        rule.put("constraint", List.of(Names.purposeIs(purpose.name())));
        rule.put("dct:description", purpose.because());
        Map<String, Object> node = node("urn:sluice:prohibition:" + purpose.name(), "Set");
        node.put("profile", Vocabulary.PROFILE);
        node.put("dct:source", purpose.where().toString().replace("`", ""));
        node.put("prohibition", List.of(rule));
        return node;
    }

    static Map<String, Object> node(String id, String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", id);
        node.put("@type", type);
        return node;
    }
}
