package sluice.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export is JSON-LD that a processor understands, and what ODRL requires of a policy is there. */
class PolicyExportTest {
    private static final Path SHIPPED = Path.of("../../karaf-distribution/src/main/resources/etc/sluice");
    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";
    private static final String DPV = "https://w3id.org/dpv#";

    /** Terms of DPV 2.0 that are used, looked up in the community group's report of 1 August 2024. */
    private static final Set<String> DPV_TERMS = Set.of(
            "Purpose",
            "Process",
            "NonPersonalData",
            "AnonymisedData",
            "PseudonymisedData",
            "PersonalData",
            "IdentifyingPersonalData",
            "LegalObligation",
            "OfficialAuthorityOfController",
            "PublicInterest",
            "StorageDuration",
            "Transform",
            "Deidentification",
            "DataRedaction",
            "Derive",
            "Filter",
            "Screen",
            "hasPurpose",
            "hasRecipient",
            "hasLegalBasis",
            "hasData",
            "hasProcessing",
            "hasTechnicalMeasure",
            "hasStorageCondition",
            "hasDuration");

    @TempDir
    Path folder;

    @Test
    void what_is_shipped_is_as_odrl_requires() throws IOException {
        assertThat(faults(PolicyExport.of(SHIPPED).jsonLd())).isEmpty();
    }

    @Test
    void a_small_city_is_as_odrl_requires() throws IOException {
        assertThat(faults(export())).isEmpty();
    }

    /** A schema that lets everything pass would prove nothing. */
    @Test
    void a_permission_without_target_or_purpose_is_found() throws IOException {
        String sound = export();
        assertThat(faults(sound.replace("\"target\"", "\"tarjet\""))).isNotEmpty();
        assertThat(faults(sound.replace("\"leftOperand\"", "\"left\""))).isNotEmpty();
        assertThat(faults(sound.replace("\"profile\": \"urn", "\"prof\": \"urn")))
                .isNotEmpty();
    }

    @Test
    void a_processor_expands_it_and_drops_nothing() throws JsonLdError {
        JsonArray expanded = expanded(export());
        Set<String> words = new HashSet<>();
        words(expanded, words);
        assertThat(words)
                .contains(
                        ODRL + "permission",
                        ODRL + "target",
                        ODRL + "assignee",
                        ODRL + "constraint",
                        ODRL + "use",
                        ODRL + "purpose",
                        ODRL + "eq",
                        ODRL + "Set",
                        DPV + "hasPurpose",
                        DPV + "Deidentification")
                .allMatch(word -> !word.startsWith("@") && word.contains(":"));
    }

    @Test
    void every_dpv_term_exists() throws JsonLdError {
        Set<String> words = new HashSet<>();
        words(expanded(PolicyExport.of(SHIPPED).jsonLd()), words);
        words(expanded(export()), words);
        assertThat(words)
                .filteredOn(word -> word.startsWith(DPV))
                .isNotEmpty()
                .allMatch(word -> DPV_TERMS.contains(word.substring(DPV.length())));
    }

    @Test
    void each_output_is_one_permission_with_its_label_and_its_operators() throws JsonLdError {
        JsonObject policy = node(expanded(export()), "urn:sluice:policy:speeds");
        JsonArray permissions = policy.getJsonArray(ODRL + "permission");
        assertThat(permissions).hasSize(2);
        String speed = permissions.get(1).toString();
        assertThat(speed)
                .contains("urn:sluice:field:traffic.passage:speed")
                .contains("urn:sluice:recipient:app.planning")
                .contains("urn:sluice:purpose:planning")
                .contains("DEIDENTIFIED")
                .contains("bucket 10")
                .contains("sample {every: 2}")
                .contains("P30D");
    }

    @Test
    void a_prohibited_purpose_is_a_prohibition_of_everything() throws JsonLdError {
        JsonObject prohibition = node(expanded(export()), "urn:sluice:prohibition:advertising");
        assertThat(prohibition.getJsonArray(ODRL + "prohibition").toString())
                .contains("urn:sluice:everything")
                .contains("urn:sluice:purpose:advertising")
                .contains("MFIPPA s. 31");
    }

    /** A policy that the broker would not bind must not be told to others as a permission. */
    @Test
    void a_policy_above_its_ceiling_permits_nothing() throws JsonLdError, IOException {
        new TestCity(folder).with("policies/exact.yaml", """
                policy: exact
                permit: {stream: traffic.passage, purpose: planning, recipient: app.exact}
                fields: {observed: keep}
                retention: {atMost: P1D}
                """);
        String export = PolicyExport.of(folder).jsonLd();
        JsonObject refused = node(expanded(export), "urn:sluice:policy:exact");
        assertThat(refused).doesNotContainKey(ODRL + "permission");
        assertThat(refused.toString()).contains("above-ceiling").contains("RefusedPolicy");
        assertThat(faults(export)).isEmpty();
    }

    @Test
    void faulty_files_are_named_and_not_exported() {
        new TestCity(folder).with("policies/bad.yaml", "policy: [\n");
        PolicyCheck.Export export = PolicyExport.of(folder);
        assertThat(export.jsonLd()).isEmpty();
        assertThat(export.problems()).contains("yaml-syntax").contains("`policies/bad.yaml`");
    }

    private String export() {
        new TestCity(folder);
        return PolicyExport.of(folder).jsonLd();
    }

    private static JsonArray expanded(String jsonLd) throws JsonLdError {
        return JsonLd.expand(JsonDocument.of(new StringReader(jsonLd))).get();
    }

    private static JsonObject node(JsonArray expanded, String id) {
        return expanded.getJsonObject(0).getJsonArray("@graph").stream()
                .map(JsonValue::asJsonObject)
                .filter(node -> node.getString("@id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Every property and every IRI that is a value of a vocabulary. */
    private static void words(JsonValue value, Set<String> words) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> words(item, words));
        } else if (value instanceof JsonObject object) {
            object.forEach((key, inner) -> {
                if (key.equals("@type")) {
                    words.addAll(texts(inner));
                } else if (key.equals("@id")) {
                    words.add(object.getString("@id"));
                } else if (!key.startsWith("@")) {
                    words.add(key);
                    words(inner, words);
                } else {
                    words(inner, words);
                }
            });
        }
    }

    private static List<String> texts(JsonValue value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.forEach(item -> texts.addAll(texts(item)));
        } else if (value instanceof jakarta.json.JsonString text) {
            texts.add(text.getString());
        }
        return texts;
    }

    private static Set<ValidationMessage> faults(String json) throws IOException {
        try (InputStream schema = PolicyExportTest.class.getResourceAsStream("/odrl-2.2.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(new ObjectMapper().readTree(json));
        }
    }
}
