package sluice.policy.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Where;
import sluice.yaml.Problems;
import sluice.yaml.YamlMap;

/** Reads one document of {@code purposes/}: what entitles the city, or what forbids it. */
final class PurposeReader {
    private static final Map<String, Authority.Ground> GROUNDS =
            Words.of(Authority.Ground.values(), Authority.Ground::toString);
    private static final Map<String, Label> LABELS = Words.of(Label.values(), Label::name);

    private final Problems problems;

    PurposeReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Purpose> read(YamlMap document) {
        int before = problems.count();
        String name = Names.WORD.read(document, "purpose");
        Where where = Names.where(document.at("purpose"));
        Optional<Purpose> purpose =
                document.has("prohibited") ? prohibited(document, name, where) : lawful(document, name, where);
        return problems.count() > before ? Optional.empty() : purpose;
    }

    private static Optional<Purpose> prohibited(YamlMap document, String name, Where where) {
        document.allow(Set.of("purpose", "prohibited"));
        return Optional.of(new Purpose.Prohibited(name, document.text("prohibited"), where));
    }

    private static Optional<Purpose> lawful(YamlMap document, String name, Where where) {
        document.allow(Set.of("purpose", "authority", "ceiling", "prohibited"));
        Optional<Authority> authority = authority(document.map("authority"));
        Optional<Label> ceiling = document.choice("ceiling", "label", LABELS);
        return authority.flatMap(by -> ceiling.map(label -> new Purpose.Lawful(name, by, label, where)));
    }

    private static Optional<Authority> authority(YamlMap map) {
        map.allow(Set.of("ground", "clause", "manner"));
        String clause = map.text("clause");
        String manner = map.text("manner");
        return map.choice("ground", "ground", GROUNDS).map(ground -> new Authority(ground, clause, manner));
    }
}
