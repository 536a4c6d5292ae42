package sluice.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.yaml.Problems;
import sluice.yaml.Yaml;
import sluice.yaml.YamlKind;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Our validator says of any document what a well-known one says, for every schema that is shipped. */
class AgainstTheLibraryTest {
    private static final int DOCUMENTS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void both_say_the_same_of_sound_documents_and_of_thousands_of_damaged_ones(FileKind kind) throws Exception {
        Schema ours = Schema.of(kind);
        JsonSchema theirs = FACTORY.getSchema(new String(Schema.bytes(kind), UTF_8));
        Mutations mutations = new Mutations(new Random(kind.ordinal()), Schema.bytes(kind));
        int refused = 0;
        for (YamlMap sound : Examples.documents(kind)) {
            assertThat(ours.check(sound)).as(kind.word()).isTrue();
            for (int i = 0; i < DOCUMENTS; i++) {
                String text = JSON.writeValueAsString(mutations.of(plain(sound.asValue())));
                YamlMap document = one(text);
                boolean accepted = theirs.validate(JSON.valueToTree(plain(document.asValue())))
                        .isEmpty();
                assertThat(ours.accepts(document)).as(text).isEqualTo(accepted);
                assertThat(ours.check(document)).as(text).isEqualTo(accepted);
                refused += accepted ? 0 : 1;
            }
        }
        assertThat(refused).isBetween(DOCUMENTS / 10, 4 * DOCUMENTS);
    }

    /** The schemas themselves are schemas, by the draft's own meta-schema. */
    @ParameterizedTest
    @EnumSource(FileKind.class)
    void each_schema_is_one_by_the_drafts_own_schema(FileKind kind) throws Exception {
        JsonSchema draft = FACTORY.getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));
        JsonNode schema = JSON.readTree(Schema.bytes(kind));

        assertThat(draft.validate(schema)).isEmpty();
        assertThat(schema.get("$id").asText()).isEqualTo("urn:sluice:schema:" + kind.word());
    }

    @Test
    void there_is_an_example_of_each_kind() {
        assertThat(Examples.SOUND).containsOnlyKeys(FileKind.values());
    }

    private static YamlMap one(String json) {
        Problems problems = new Problems();
        List<YamlMap> documents = Yaml.documents("a.yaml", json.getBytes(UTF_8), problems);
        assertThat(problems.list()).isEmpty();
        return documents.get(0);
    }

    /** As JSON has it. */
    private static @Nullable Object plain(YamlValue value) {
        if (value.kind() == YamlKind.MAP) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            YamlMap all = value.map();
            all.keys().forEach(key -> map.put(key, plain(all.value(key).orElseThrow())));
            return map;
        }
        if (value.kind() == YamlKind.LIST) {
            List<@Nullable Object> list = new ArrayList<>();
            value.items().forEach(item -> list.add(plain(item)));
            return list;
        }
        return value.kind() == YamlKind.NOTHING ? null : value.value();
    }
}
