package sluice.policy.internal.law;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.Jurisdiction;
import sluice.broker.core.model.Jurisdiction.Certainty;
import sluice.broker.core.model.Jurisdiction.Citation;
import sluice.broker.core.model.Jurisdiction.Status;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.Words;
import sluice.yaml.YamlMap;

/** Reads one document of {@code jurisdiction/}, which its schema found sound: an act. */
public final class JurisdictionReader {
    private static final Map<String, Status> STATUSES = Words.of(Status.values(), Status::toString);
    private static final Map<String, Certainty> CERTAINTIES = Words.of(Certainty.values(), Certainty::toString);

    private JurisdictionReader() {}

    /**
     * Reads one.
     *
     * @param document sound by its schema
     * @return empty if a problem was noted
     */
    public static Optional<Jurisdiction> read(YamlMap document) {
        Optional<ZoneId> zone = Names.timeZone(document, "timeZone");
        Optional<Status> status = document.choice("status", "status", STATUSES);
        Map<Authority.Ground, Citation> grounds = new LinkedHashMap<>();
        citations(document.map("grounds"))
                .forEach((word, cited) -> Optional.ofNullable(PurposeReader.GROUNDS.get(word))
                        .ifPresent(ground -> grounds.put(ground, cited)));
        return zone.flatMap(at -> status.map(is -> new Jurisdiction(
                document.text("jurisdiction"),
                document.text("title"),
                is,
                at,
                grounds,
                citations(document.map("manners")),
                citations(document.map("citations")),
                Names.where(document.at("jurisdiction")))));
    }

    private static Map<String, Citation> citations(YamlMap map) {
        Map<String, Citation> citations = new LinkedHashMap<>();
        for (String word : map.keys()) {
            YamlMap cited = map.map(word);
            cited.choice("certainty", "certainty", CERTAINTIES)
                    .map(certainty -> new Citation(cited.text("section"), cited.text("says"), certainty))
                    .ifPresent(citation -> citations.put(word, citation));
        }
        return citations;
    }
}
