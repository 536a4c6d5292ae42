package sluice.policy.internal.law;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Notice;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;

/** Finds the version of a notice that an edge cites, and from when to when it was in force. */
final class Consistencies {
    private final Map<String, PurposeDraft> drafts;
    private final PurposeTree tree;
    private final Problems problems;

    Consistencies(Map<String, PurposeDraft> drafts, PurposeTree tree, Problems problems) {
        this.drafts = drafts;
        this.tree = tree;
        this.problems = problems;
    }

    List<Consistency> of(PurposeDraft draft) {
        return draft.edges().stream()
                .flatMap(edge -> consistency(draft, edge).stream())
                .toList();
    }

    private Optional<Consistency> consistency(PurposeDraft draft, PurposeDraft.Edge edge) {
        PurposeDraft other = drafts.get(edge.with());
        if (other == null) {
            String help = Say.didYouMean(edge.with(), drafts.keySet());
            return refuse(edge, PolicyCode.UNKNOWN_PURPOSE, "unknown purpose " + Say.quote(edge.with()) + help);
        }
        if (other.equals(draft)) {
            return refuse(edge, YamlCode.BAD_VALUE, "a purpose is consistent with itself anyway; leave it out");
        }
        return tree.prohibited(other)
                .map(by -> refuse(
                        edge,
                        PolicyCode.PROHIBITED_PURPOSE,
                        "nothing is consistent with `" + other.name() + "`, which is prohibited (" + by.prohibited()
                                + ")"))
                .orElseGet(() -> cited(edge, other));
    }

    private Optional<Consistency> cited(PurposeDraft.Edge edge, PurposeDraft other) {
        List<Notice> notices = tree.notices(other);
        List<String> versions = notices.stream().map(Notice::version).toList();
        int at = versions.indexOf(edge.notice());
        if (at < 0) {
            return refuse(
                    edge,
                    PolicyCode.UNKNOWN_NOTICE,
                    "purpose `" + other.name() + "` has no notice " + Say.quote(edge.notice())
                            + Say.didYouMean(edge.notice(), versions));
        }
        Instant until = at + 1 < versions.size() ? notices.get(at + 1).from() : Instant.MAX;
        return Optional.of(new Consistency(
                edge.with(), edge.notice(), edge.because(), notices.get(at).from(), until, Names.where(edge.at())));
    }

    private Optional<Consistency> refuse(PurposeDraft.Edge edge, String code, String text) {
        problems.add(code, edge.at(), text);
        return Optional.empty();
    }
}
