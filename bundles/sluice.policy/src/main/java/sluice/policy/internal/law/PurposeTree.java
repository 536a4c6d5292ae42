package sluice.policy.internal.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Notice;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Problems;
import sluice.yaml.Say;

/** Which purpose is a part of which. */
final class PurposeTree {
    private final Map<String, PurposeDraft> drafts;
    private final Problems problems;
    private final Map<String, List<PurposeDraft>> lines = new HashMap<>();

    PurposeTree(Map<String, PurposeDraft> drafts, Problems problems) {
        this.drafts = drafts;
        this.problems = problems;
        drafts.values().forEach(draft -> climb(draft).ifPresent(line -> lines.put(draft.name(), line)));
    }

    /** From a purpose to the whole that it is a part of; empty if there is no end, or a part of the way is missing. */
    List<PurposeDraft> line(PurposeDraft draft) {
        return lines.getOrDefault(draft.name(), List.of());
    }

    /** The purpose, or what it is a part of, that is prohibited. */
    Optional<PurposeDraft> prohibited(PurposeDraft draft) {
        return line(draft).stream()
                .filter(above -> !above.prohibited().isEmpty())
                .findFirst();
    }

    /** What people are told: the purpose's own notices, or else those of what it is a part of. */
    List<Notice> notices(PurposeDraft draft) {
        return line(draft).stream()
                .map(PurposeDraft::notices)
                .filter(notices -> !notices.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Optional<List<PurposeDraft>> climb(PurposeDraft draft) {
        List<PurposeDraft> line = new ArrayList<>();
        for (PurposeDraft at = draft; at != null; at = drafts.get(at.parent())) {
            if (line.contains(at)) {
                circle(line, at);
                return Optional.empty();
            }
            line.add(at);
        }
        PurposeDraft last = line.get(line.size() - 1);
        if (last.equals(draft)
                && !last.parent().isEmpty()) { // of a longer line only the purpose that names the missing one tells
            problems.add(
                    PolicyCode.UNKNOWN_PURPOSE,
                    draft.at(),
                    "unknown parent " + Say.quote(draft.parent()) + Say.didYouMean(draft.parent(), drafts.keySet()));
        }
        return last.parent().isEmpty() ? Optional.of(line) : Optional.empty();
    }

    /** Told once, by each purpose in it; those that only lead into it are silent. */
    private void circle(List<PurposeDraft> line, PurposeDraft again) {
        if (again.equals(line.get(0))) {
            StringBuilder path = new StringBuilder();
            line.forEach(draft -> path.append(Say.quote(draft.name())).append(" -> "));
            problems.add(
                    PolicyCode.PURPOSE_CYCLE,
                    again.at(),
                    "purpose is a part of itself: " + path + Say.quote(again.name()));
        }
    }
}
