package sluice.policy.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.broker.core.model.PolicySet;
import sluice.yaml.Problem;
import sluice.yaml.Snapshot;
import sluice.yaml.SourceFile;

/** A small city whose files a test can change. */
final class City {
    static final String CATALOGUE = """
            stream: traffic.plate
            fields:
              plate:      {type: text, maxLength: 12, label: DIRECT}
              confidence: {type: double, unit: "1", range: [0, 1], label: NONPERSONAL}
              segment:    {type: text, label: NONPERSONAL}
              position:   {type: point, label: INDIRECT, deidentifiedAt: 500}
              observed:   {type: instant, label: INDIRECT, deidentifiedAt: PT15M}
            accuracy: {confidence: 0.85, maxAge: PT5M}
            """;
    static final String PURPOSE = """
            purpose: traffic-planning
            authority: {ground: lawfully-authorised-activity, clause: "by-law 2026-14 s. 3", manner: direct}
            ceiling: DEIDENTIFIED
            notice: {version: "1", from: "2026-01-01", en: we count, fr: nous comptons, contact: {title: a, address: b, telephone: c}}
            ---
            purpose: advertising
            prohibited: "MFIPPA s. 31"
            """;
    static final String POLICY = """
            policy: corridor
            permit: {stream: traffic.plate, purpose: traffic-planning, recipient: sluice.app.planning}
            fields:
              segment: keep
              observed: {round-time: PT15M}
              zone: {cell: 500, of: position}
              confidence: [{bucket: 0.1}, {round: 0.5}]
              plate: drop
            retention: {atMost: P30D}
            """;

    static final String ACT = """
            jurisdiction: mfippa-1990
            title: "an act"
            status: in-force
            timeZone: America/Toronto
            grounds:
              lawfully-authorised-activity: {section: "s. 28(2)", says: "necessary", certainty: seen}
              law-enforcement: {section: "s. 28(2)", says: "law enforcement", certainty: seen}
            manners:
              direct: {section: "s. 29(1)", says: "from the individual", certainty: seen}
              "s. 29(1)(h)": {section: "s. 29(1)(h)", says: "by a statute", certainty: check}
            citations: {}
            """;

    static final String ZONE = """
            zone: old-town
            corners:
              - [43.65, -79.39]
              - [43.66, -79.39]
              - [43.66, -79.37]
              - [43.65, -79.39]
            """;

    private final Map<String, String> files = new TreeMap<>(Map.of(
            "jurisdiction/act.yaml", ACT,
            "catalogue/traffic.yaml", CATALOGUE,
            "purposes/traffic.yaml", PURPOSE,
            "policies/corridor.yaml", POLICY,
            "zones/town.yaml", ZONE));

    City with(String file, String content) {
        files.put(file, content);
        return this;
    }

    City replacing(String file, String old, String fresh) {
        String content = files.getOrDefault(file, "");
        if (!content.contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        return with(file, content.replace(old, fresh));
    }

    Map<String, String> files() {
        return files;
    }

    Loaded load() {
        List<SourceFile> sources = new ArrayList<>();
        files.forEach((name, text) -> sources.add(new SourceFile(name, text.getBytes(UTF_8))));
        return PolicyLoader.load(new Snapshot(sources, List.of()));
    }

    PolicySet set() {
        return load().fold(Loaded.Sound::set, faulty -> {
            throw new AssertionError(faulty.problems().toString());
        });
    }

    List<String> problems() {
        return load().fold(
                        sound -> List.of(),
                        faulty -> faulty.problems().stream()
                                .map(Problem::toString)
                                .toList());
    }

    List<String> codes() {
        return load().fold(
                        sound -> List.of(),
                        faulty -> faulty.problems().stream().map(Problem::code).toList());
    }
}
