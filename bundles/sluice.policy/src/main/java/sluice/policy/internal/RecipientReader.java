package sluice.policy.internal;

import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Recipient;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.Words;
import sluice.yaml.YamlMap;

/** Reads one document of {@code recipients/}, which its schema found sound: whom the city may tell something. */
final class RecipientReader {
    private static final Map<String, Recipient.Kind> KINDS =
            Words.of(Recipient.Kind.values(), Recipient.Kind::toString);

    private RecipientReader() {}

    static Optional<Recipient> read(YamlMap document) {
        return document.choice("kind", "kind", KINDS)
                .map(kind -> new Recipient(
                        document.text("recipient"),
                        kind,
                        document.text("title"),
                        document.optionalText("agreement"),
                        Names.where(document.at("recipient"))));
    }
}
