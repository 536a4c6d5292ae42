package sluice.policy.internal;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Declassification;
import sluice.broker.core.model.Label;
import sluice.yaml.YamlMap;

/** Reads a document of {@code policies/} that lowers the label of a published stream; its schema found it sound. */
final class DeclassificationReader {
    static final String KEY = "declassify";

    private static final Map<String, Label> LABELS = Words.of(Label.values(), Label::name);

    private DeclassificationReader() {}

    /** Its end begins with a day in the zone of the act. */
    static Optional<Declassification> read(YamlMap document, ZoneId zone) {
        YamlMap what = document.map(KEY);
        return what.choice("to", "label", LABELS)
                .map(label -> new Declassification(
                        what.text("publisher"),
                        what.text("stream"),
                        label,
                        document.text("reason"),
                        document.text("approver"),
                        document.instant("until", zone),
                        Names.where(document.at(KEY))));
    }
}
