package sluice.policy.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small city in a folder. */
final class TestCity {
    private static final String CATALOGUE = """
            stream: traffic.passage
            fields:
              segment:  {type: text, label: NONPERSONAL}
              speed:    {type: double, range: [0, 250], label: INDIRECT, deidentifiedAt: 10}
              lorry:    {type: boolean, label: NONPERSONAL}
              position: {type: point, label: INDIRECT, deidentifiedAt: 500}
              observed: {type: instant, label: INDIRECT, deidentifiedAt: PT15M}
            """;
    private static final String PURPOSE = """
            purpose: planning
            authority: {ground: statute, clause: "by-law 1", manner: direct}
            ceiling: DEIDENTIFIED
            notice: {version: "1", from: "2026-01-01", en: "Sensors.", fr: "Capteurs.", contact: {title: a, address: b, telephone: "1"}}
            ---
            purpose: advertising
            prohibited: "MFIPPA s. 31"
            """;
    private static final String POLICY = """
            policy: speeds
            permit: {stream: traffic.passage, purpose: planning, recipient: app.planning}
            records:
              - filter: {lorry: {is: true}, segment: {oneOf: [king, queen]}}
              - sample: {every: 2}
            fields:
              segment: keep
              speed: {bucket: 10}
            retention: {atMost: P30D}
            """;

    private static final String ACT = """
            jurisdiction: mfippa-1990
            title: "an act for tests"
            status: in-force
            timeZone: America/Toronto
            grounds: {statute: {section: "s. 1", says: "expressly authorised", certainty: check}}
            manners: {direct: {section: "s. 2", says: "directly", certainty: check}}
            citations: {}
            """;

    private final Path root;

    TestCity(Path root) {
        this.root = root;
        with("catalogue/traffic.yaml", CATALOGUE);
        with("purposes/planning.yaml", PURPOSE);
        with("policies/speeds.yaml", POLICY);
        with("jurisdiction/act.yaml", ACT);
    }

    TestCity with(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Tests of the policy `speeds`, each without its three names. */
    TestCity tests(String... tests) {
        StringBuilder text = new StringBuilder();
        for (String test : tests) {
            text.append("---\nstream: traffic.passage\npurpose: planning\nrecipient: app.planning\n")
                    .append(test);
        }
        return with("policies/speeds.policy-test.yaml", text.toString());
    }

    /** What a segment is called for a recipient, told by a test that expects something else. */
    String pseudonym(String recipient) {
        with("policies/names.yaml", """
                policy: names
                permit: {stream: traffic.passage, purpose: planning, recipient: RECIPIENT}
                fields:
                  name: {pseudonym: {scope: city, epoch: P1D, midnightIn: America/Toronto}, of: segment}
                retention: {atMost: P1D}
                """.replace("RECIPIENT", recipient));
        with("policies/speeds.yaml", "");
        with("policies/names.policy-test.yaml", """
                test: a name
                stream: traffic.passage
                purpose: planning
                recipient: RECIPIENT
                at: 2026-06-01T12:00:00Z
                reading: {segment: king}
                expect: {name: unknown}
                """.replace("RECIPIENT", recipient));
        String text = run().text();
        return text.replaceFirst("(?s).*expected `unknown`, got `([^`]*)`.*", "$1");
    }

    Path root() {
        return root;
    }

    Report run() {
        return PolicyTests.run(root);
    }
}
