package sluice.policy.internal.law;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.Jurisdiction;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Purpose;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Problems;
import sluice.yaml.YamlCode;

/**
 * Makes purposes of their drafts: authority and ceiling, where they are left out, are those of the purpose that it is a part of, and what is
 * prohibited there is prohibited here. For one load.
 */
public final class Purposes {
    private final PurposeTree tree;
    private final Consistencies consistencies;
    private final ActCheck act;
    private final Problems problems;

    private Purposes(Map<String, PurposeDraft> drafts, Jurisdiction act, Problems problems) {
        this.tree = new PurposeTree(drafts, problems);
        this.consistencies = new Consistencies(drafts, tree, problems);
        this.act = new ActCheck(act, problems);
        this.problems = problems;
    }

    /**
     * Makes them.
     *
     * @param drafts by name
     * @param act what authorities are checked against
     * @param problems told of all that is wrong
     * @return by name; complete only if no problem was noted
     */
    public static Map<String, Purpose> of(Map<String, PurposeDraft> drafts, Jurisdiction act, Problems problems) {
        Purposes purposes = new Purposes(drafts, act, problems);
        Map<String, Purpose> made = new LinkedHashMap<>();
        drafts.values().forEach(draft -> purposes.made(draft).ifPresent(purpose -> made.put(draft.name(), purpose)));
        return made;
    }

    private Optional<Purpose> made(PurposeDraft draft) {
        Authority own = draft.authority();
        if (own != null) {
            act.check(own, draft.at());
        }
        if (tree.line(draft).isEmpty()) {
            return Optional.empty();
        }
        return tree.prohibited(draft).map(by -> prohibited(draft, by)).or(() -> lawful(draft));
    }

    private static Purpose prohibited(PurposeDraft draft, PurposeDraft by) {
        String part = by.equals(draft) ? "" : ", as a part of `" + by.name() + "`";
        return new Purpose.Prohibited(draft.name(), draft.parent(), by.prohibited() + part, Names.where(draft.at()));
    }

    private Optional<Purpose> lawful(PurposeDraft draft) {
        Authority authority = inherited(draft, PurposeDraft::authority, "authority");
        Label ceiling = inherited(draft, PurposeDraft::ceiling, "ceiling");
        if (authority == null || ceiling == null) {
            return Optional.empty();
        }
        tree.line(draft).forEach(above -> below(draft, ceiling, above));
        return Optional.of(new Purpose.Lawful(
                draft.name(),
                draft.parent(),
                authority,
                ceiling,
                tree.notices(draft),
                consistencies.of(draft),
                Names.where(draft.at())));
    }

    private <T> @Nullable T inherited(PurposeDraft draft, Function<PurposeDraft, @Nullable T> part, String key) {
        T found = tree.line(draft).stream()
                .map(part)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (found == null) {
            problems.add(YamlCode.MISSING_KEY, draft.at(), "key `" + key + "` is missing");
        }
        return found;
    }

    private void below(PurposeDraft draft, Label ceiling, PurposeDraft above) {
        Label theirs = above.ceiling();
        if (theirs != null && ceiling.isAbove(theirs)) {
            problems.add(
                    PolicyCode.CEILING_ABOVE_PARENT,
                    draft.at(),
                    "ceiling " + ceiling + " is above " + theirs + ", the ceiling of `" + above.name()
                            + "`, which it is a part of");
        }
    }
}
