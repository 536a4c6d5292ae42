package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.plan.map.Zones;

/**
 * All of a policy set that the ruling on one request depends on. INVARIANT: equal bases and equal requests give equal rulings, so that a
 * change elsewhere in the set recompiles nothing.
 *
 * @param stream the catalogue's entry, labels as written; null if there is none
 * @param purpose the purpose that is asked for; null if there is none
 * @param ceiling the most identifying label that may come out
 * @param policy the policy that speaks of the request; null if none does
 * @param consistencies if that policy is for another purpose: by which notices it may be used for this one; empty if it is for this one
 * @param other a policy that gives the stream to the recipient for another purpose only; null if none does
 * @param barred streams that the publisher was told of, and which no policy permits for the purpose
 * @param overlapping another policy that releases windows of the stream to the recipient, if the first one does; null if none does
 * @param zones the city's map; one object as long as the map stays the same
 */
public record Basis(
        @Nullable CatalogueStream stream,
        @Nullable Purpose purpose,
        Label ceiling,
        @Nullable Policy policy,
        List<Consistency> consistencies,
        @Nullable Policy other,
        Set<String> barred,
        @Nullable Policy overlapping,
        Zones zones) {
    public Basis {
        requireNonNull(ceiling, "ceiling is null");
        consistencies = List.copyOf(consistencies);
        barred = Set.copyOf(barred);
        requireNonNull(zones, "zones is null");
    }
}
