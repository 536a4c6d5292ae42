package sluice.policy.internal.law;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Notice;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.policy.internal.words.Words;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Reads one document of {@code purposes/}, which its schema found sound: what entitles the city, or what forbids it. */
public final class PurposeReader {
    static final Map<String, Authority.Ground> GROUNDS =
            Words.of(Authority.Ground.values(), Authority.Ground::toString);
    private static final Map<String, Label> LABELS = Words.of(Label.values(), Label::name);

    private final Problems problems;
    private final ZoneId zone;

    /**
     * A reader.
     *
     * @param problems where problems are noted
     * @param zone in which the day begins, from which a notice is in force
     */
    public PurposeReader(Problems problems, ZoneId zone) {
        this.problems = problems;
        this.zone = zone;
    }

    /**
     * Reads one.
     *
     * @param document sound by its schema
     * @return empty if a problem was noted
     */
    public Optional<PurposeDraft> read(YamlMap document) {
        int before = problems.count();
        List<Notice> notices =
                values(document, "notice").map(value -> notice(value.map())).toList();
        for (int i = 1; i < notices.size(); i++) {
            follows(document, notices.subList(0, i), notices.get(i));
        }
        PurposeDraft draft = new PurposeDraft(
                document.text("purpose"),
                document.optionalText("parent"),
                document.optionalText("prohibited"),
                document.has("authority") ? authority(document.map("authority")).orElse(null) : null,
                document.has("ceiling")
                        ? document.choice("ceiling", "label", LABELS).orElse(null)
                        : null,
                notices,
                values(document, "consistentWith")
                        .map(value -> edge(value.map()))
                        .toList(),
                document.at("purpose"));
        return problems.count() > before ? Optional.empty() : Optional.of(draft);
    }

    private static Stream<YamlValue> values(YamlMap document, String key) {
        return document.value(key).map(YamlValue::items).orElse(List.of()).stream();
    }

    private static Optional<Authority> authority(YamlMap map) {
        String clause = map.text("clause");
        String manner = map.text("manner");
        return map.choice("ground", "ground", GROUNDS).map(ground -> new Authority(ground, clause, manner));
    }

    private Notice notice(YamlMap map) {
        YamlMap contact = map.map("contact");
        return new Notice(
                map.text("version"),
                map.instant("from", zone),
                map.text("en"),
                map.text("fr"),
                new Notice.Contact(contact.text("title"), contact.text("address"), contact.text("telephone")),
                Names.where(map.at()));
    }

    private static void follows(YamlMap document, List<Notice> earlier, Notice notice) {
        boolean isLater = notice.from().isAfter(earlier.get(earlier.size() - 1).from());
        boolean isNew = earlier.stream().noneMatch(other -> other.version().equals(notice.version()));
        if (!isLater || !isNew) {
            document.problem(
                    isNew ? YamlCode.BAD_VALUE : PolicyCode.DUPLICATE_NAME,
                    "notice",
                    "version " + Say.quote(notice.version())
                            + (isNew ? " does not begin after the one before it" : " stands twice"));
        }
    }

    private static PurposeDraft.Edge edge(YamlMap map) {
        return new PurposeDraft.Edge(map.text("purpose"), map.text("notice"), map.text("because"), map.at());
    }
}
