package sluice.policy.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Declassification;
import sluice.broker.core.model.Label;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.Words;
import sluice.yaml.Problems;
import sluice.yaml.YamlMap;

/** Reads a document of {@code policies/} that lowers the label of a published stream; its schema found it sound. */
final class DeclassificationReader {
    static final String KEY = "declassify";

    private static final Map<String, Label> LABELS = Words.of(Label.values(), Label::name);

    private DeclassificationReader() {}

    /** Its end begins with a day in the zone of the act. */
    static Optional<Declassification> read(YamlMap document, Problems problems, ZoneId zone) {
        int before = problems.count();
        YamlMap what = document.map(KEY);
        String reason = document.text("reason");
        String approver = document.text("approver");
        Instant until = document.instant("until", zone);
        Optional<Label> to = what.choice("to", "label", LABELS);
        if (problems.count() > before) {
            return Optional.empty();
        }
        return to.map(label -> new Declassification(
                what.text("publisher"),
                what.text("stream"),
                label,
                reason,
                approver,
                until,
                Names.where(document.at(KEY))));
    }
}
