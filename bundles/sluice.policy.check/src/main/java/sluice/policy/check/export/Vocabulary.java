package sluice.policy.check.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.Label;

/**
 * The words of the export. ODRL 2.2 (W3C Recommendation, 15 February 2018) and DPV 2 (W3C community group report); what neither has is in
 * the profile {@value #PROFILE}, described in {@code docs/reference/policy-export.md}.
 */
final class Vocabulary {
    /** ODRL demands that a policy with terms of one's own names their profile. */
    static final String PROFILE = "urn:sluice:odrl-profile:1";

    private Vocabulary() {}

    /** Written out, so that a reader needs no network and no other document can change what this one says. */
    static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@version", 1.1);
        context.put("odrl", "http://www.w3.org/ns/odrl/2/");
        context.put("dpv", "https://w3id.org/dpv#");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        context.put("sluice", PROFILE + "#");
        context.put("uid", "@id");
        context.put("type", "@type");
        for (String word : List.of("Set", "Asset", "AssetCollection", "Party")) {
            context.put(word, "odrl:" + word);
        }
        for (String word : List.of("permission", "prohibition", "duty", "target", "assignee", "constraint")) {
            context.put(word, Map.of("@id", "odrl:" + word));
        }
        for (String word : List.of("profile", "conflict", "action", "leftOperand", "operator")) {
            context.put(word, Map.of("@id", "odrl:" + word, "@type", "@vocab"));
        }
        context.put("rightOperand", Map.of("@id", "odrl:rightOperand"));
        for (String word : List.of("use", "delete", "purpose", "elapsedTime", "eq", "lteq", "prohibit")) {
            // `prohibit` is the conflict strategy that lets a prohibition win
            context.put(word, "odrl:" + word);
        }
        return context;
    }

    static Map<String, Object> iri(String iri) {
        return Map.of("@id", iri);
    }

    /** DPV's data concept that a label comes nearest to. */
    static String data(Label label) {
        return switch (label) {
            case NONPERSONAL, AGGREGATE -> "dpv:NonPersonalData";
            case DEIDENTIFIED -> "dpv:AnonymisedData";
            case PSEUDONYMOUS -> "dpv:PseudonymisedData";
            case INDIRECT -> "dpv:PersonalData";
            case DIRECT -> "dpv:IdentifyingPersonalData";
        };
    }

    /** DPV's legal basis that a ground of MFIPPA s. 28(2) comes nearest to. */
    static String basis(Authority.Ground ground) {
        return switch (ground) {
            case STATUTE -> "dpv:LegalObligation";
            case LAW_ENFORCEMENT -> "dpv:OfficialAuthorityOfController";
            case LAWFULLY_AUTHORISED_ACTIVITY -> "dpv:PublicInterest";
        };
    }
}
