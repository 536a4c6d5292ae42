package sluice.policy.internal.law;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Authority;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Notice;
import sluice.yaml.Mark;

/**
 * A purpose as one document says it, before it is known what it inherits.
 *
 * @param name its name
 * @param parent the purpose that it is a part of; empty if of none
 * @param prohibited the rule that forbids it; empty if none does
 * @param authority null to be inherited
 * @param ceiling null to be inherited
 * @param notices oldest first
 * @param edges purposes whose information may be used for this one
 * @param at where
 */
public record PurposeDraft(
        String name,
        String parent,
        String prohibited,
        @Nullable Authority authority,
        @Nullable Label ceiling,
        List<Notice> notices,
        List<Edge> edges,
        Mark at) {
    public PurposeDraft {
        notices = List.copyOf(notices);
        edges = List.copyOf(edges);
    }

    /**
     * A use that an individual might have expected.
     *
     * @param with the purpose that the information was obtained for
     * @param notice the version that tells of it
     * @param because why
     * @param at where
     */
    public record Edge(String with, String notice, String because, Mark at) {}
}
