package sluice.schema;

import java.util.Arrays;
import java.util.Locale;
import sluice.yaml.YamlKind;
import sluice.yaml.YamlValue;

/** The types of JSON Schema, as values of a YAML file have them. */
enum JsonType {
    STRING(YamlKind.TEXT, "a text"),
    NUMBER(YamlKind.NUMBER, "a number"),
    INTEGER(YamlKind.NUMBER, "a whole number"),
    BOOLEAN(YamlKind.TRUTH, "`true` or `false`"),
    ARRAY(YamlKind.LIST, "a list"),
    OBJECT(YamlKind.MAP, "a map"),
    NULL(YamlKind.NOTHING, "nothing");

    private final YamlKind kind;
    private final String noun;

    JsonType(YamlKind kind, String noun) {
        this.kind = kind;
        this.noun = noun;
    }

    static JsonType parse(String word) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("JSON Schema has no type `" + word + "`"));
    }

    boolean has(YamlValue value) {
        return value.kind() == kind && (this != INTEGER || value.number() == Math.rint(value.number()));
    }

    String noun() {
        return noun;
    }
}
