package sluice.policy.check.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Freeze;
import sluice.broker.core.port.Conditions.Term;
import sluice.broker.core.port.OptOuts;
import sluice.broker.core.port.SubjectDigest;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/**
 * What a test lets the registers say: {@code {agreements: [name], assessments: [name], optedOut: {field: [name]}, frozen: true}}. What is
 * not said is not so: no agreement, no approval, nobody opted out, nothing frozen.
 */
final class FactsReader {
    private static final Term ALWAYS = new Term(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"));

    private FactsReader() {}

    static Facts read(YamlMap map) {
        map.allow(Set.of("agreements", "assessments", "optedOut", "frozen"));
        return new Facts(
                terms(map, "agreements"),
                terms(map, "assessments"),
                map.truth("frozen") ? Set.of(Freeze.ALL) : Set.of(),
                map.value("optedOut").map(value -> optOuts(value.map())).orElse(OptOuts.NOBODY));
    }

    private static Map<String, Term> terms(YamlMap map, String key) {
        Map<String, Term> terms = new HashMap<>();
        map.value(key).stream()
                .flatMap(value -> value.items().stream())
                .map(YamlValue::text)
                .forEach(name -> terms.put(name, ALWAYS));
        return terms;
    }

    private static OptOuts optOuts(YamlMap map) {
        SubjectDigest.Key key = new SubjectDigest.Key(new byte[SubjectDigest.KEY_LENGTH]);
        List<SubjectDigest> digests = new ArrayList<>();
        for (String field : map.keys()) {
            map.list(field).forEach(name -> digests.add(key.digest(field, name.text())));
        }
        return OptOuts.of(key, digests);
    }
}
