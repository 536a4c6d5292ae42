package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.port.FlowKey;

/**
 * One policy set, indexed: whatever a request asks for is found by its key, however many rules there are. What is equal to a part of the set
 * before it is that very object, so that comparing what did not change costs nothing.
 */
final class Rulebook {
    private final Map<String, CatalogueStream> streams = new HashMap<>();
    private final Map<String, Purpose> purposes = new HashMap<>();
    private final Map<FlowKey, Policy> policies = new LinkedHashMap<>();
    private final Map<String, List<Policy>> byStream = new HashMap<>();
    private final Map<Pair, List<Policy>> byRecipient = new HashMap<>();
    private final Map<String, Set<String>> purposesOf = new HashMap<>();
    private final PolicySet set;
    private final Zones zones;

    /** A stream and a recipient. */
    private record Pair(String stream, String recipient) {}

    private Rulebook(PolicySet set, @Nullable Rulebook before) {
        this.set = set;
        this.zones = before != null && before.set.zones().equals(set.zones()) ? before.zones : new Zones(set.zones());
        set.catalogue()
                .forEach((name, stream) ->
                        streams.put(name, same(stream, before == null ? null : before.streams.get(name))));
        set.purposes()
                .forEach((name, purpose) ->
                        purposes.put(name, same(purpose, before == null ? null : before.purposes.get(name))));
        set.policies().forEach(policy -> add(policy, before));
    }

    static Rulebook of(PolicySet set) {
        return new Rulebook(set, null);
    }

    /** The next set, in which all that stayed the same is the same. */
    Rulebook followedBy(PolicySet next) {
        return new Rulebook(next, this);
    }

    private void add(Policy written, @Nullable Rulebook before) {
        FlowKey flow = new FlowKey(written.stream(), written.purpose(), written.recipient());
        Policy policy = same(written, before == null ? null : before.policies.get(flow));
        policies.putIfAbsent(flow, policy);
        byStream.computeIfAbsent(policy.stream(), any -> new ArrayList<>()).add(policy);
        byRecipient
                .computeIfAbsent(new Pair(policy.stream(), policy.recipient()), any -> new ArrayList<>(1))
                .add(policy);
        purposesOf.computeIfAbsent(policy.stream(), any -> new HashSet<>()).add(policy.purpose());
    }

    private static <T> T same(T now, @Nullable T before) {
        return before != null && before.equals(now) ? before : now;
    }

    /** What a request depends on. */
    Basis basis(Request request) {
        FlowKey flow = request.flow();
        Purpose purpose = purposes.get(flow.purpose());
        Policy direct = policies.get(flow);
        List<Policy> others = byRecipient.getOrDefault(new Pair(flow.stream(), flow.recipient()), List.of());
        Policy consistent = direct == null ? consistent(purpose, others) : null;
        Policy chosen = direct == null ? consistent : direct;
        return new Basis(
                streams.get(flow.stream()),
                purpose,
                ceiling(purpose, consistent),
                chosen,
                consistent == null ? List.of() : edges(requireNonNull(purpose), consistent),
                direct == null && !others.isEmpty() ? others.get(0) : null,
                barred(request),
                chosen == null ? null : WindowDemands.overlap(chosen, others),
                zones);
    }

    /** A policy for a purpose with which the asked one is consistent; the first as written. */
    private @Nullable Policy consistent(@Nullable Purpose purpose, List<Policy> others) {
        return others.stream()
                .filter(policy -> purpose != null && !edges(purpose, policy).isEmpty())
                .filter(policy -> purposes.get(policy.purpose()) instanceof Purpose.Lawful)
                .findFirst()
                .orElse(null);
    }

    /** What is used for another purpose than its own exceeds the ceiling of neither. */
    private Label ceiling(@Nullable Purpose purpose, @Nullable Policy consistent) {
        Label asked = purpose instanceof Purpose.Lawful lawful ? lawful.ceiling() : Label.NONPERSONAL;
        Purpose own = consistent == null ? purpose : purposes.get(consistent.purpose());
        return own instanceof Purpose.Lawful lawful && asked.isAbove(lawful.ceiling()) ? lawful.ceiling() : asked;
    }

    private static List<Consistency> edges(Purpose purpose, Policy policy) {
        return purpose instanceof Purpose.Lawful lawful
                ? lawful.consistentWith().stream()
                        .filter(edge -> edge.with().equals(policy.purpose()))
                        .toList()
                : List.of();
    }

    /** Purposes of mixed streams intersect: what was made from several may be used for what each of them may be used for. */
    private Set<String> barred(Request request) {
        Set<String> barred = new HashSet<>(request.lineage());
        barred.removeIf(stream -> purposesOf
                .getOrDefault(stream, Set.of())
                .contains(request.flow().purpose()));
        return barred;
    }

    PolicySet set() {
        return set;
    }

    Zones zones() {
        return zones;
    }

    Optional<CatalogueStream> stream(String name) {
        return Optional.ofNullable(streams.get(name));
    }

    Optional<Policy> policy(FlowKey flow) {
        return Optional.ofNullable(policies.get(flow));
    }

    /** Every policy on a stream, as written. */
    List<Policy> on(String stream) {
        return byStream.getOrDefault(stream, List.of());
    }
}
