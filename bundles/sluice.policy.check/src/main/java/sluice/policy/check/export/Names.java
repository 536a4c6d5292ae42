package sluice.policy.check.export;

import static sluice.policy.check.export.Vocabulary.iri;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names of the city's things as IRIs. They are URNs: nothing is to be fetched. */
final class Names {
    static final String EVERYTHING = "urn:sluice:everything";

    private Names() {}

    static String purpose(String name) {
        return "urn:sluice:purpose:" + name;
    }

    static String stream(String name) {
        return "urn:sluice:stream:" + name;
    }

    static String field(String stream, String field) {
        return "urn:sluice:field:" + stream + ":" + field;
    }

    static String recipient(String name) {
        return "urn:sluice:recipient:" + name;
    }

    static Map<String, Object> purposeIs(String name) {
        Map<String, Object> constraint = new LinkedHashMap<>();
        constraint.put("leftOperand", "purpose");
        constraint.put("operator", "eq");
        constraint.put("rightOperand", iri(purpose(name)));
        return constraint;
    }
}
