package sluice.operator.internal;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.BrokerView.FlowSnapshot;
import sluice.broker.core.port.Ledger;

/**
 * A flow's counts as an operator reads them. A gap is a denial of its own kind, so it is counted apart.
 *
 * @param permitted observations delivered
 * @param gap readings of which no rule speaks
 * @param denials every other reason to its count, sorted by code
 */
public record FlowCounts(long permitted, long gap, SortedMap<String, Long> denials) {
    public FlowCounts {
        denials = Collections.unmodifiableSortedMap(new TreeMap<>(denials));
    }

    /**
     * Sorts a flow's counts out.
     *
     * @param flow the flow
     * @return its counts
     */
    public static FlowCounts of(FlowSnapshot flow) {
        Map<String, Long> counts = flow.counts();
        SortedMap<String, Long> denials = new TreeMap<>(counts);
        denials.remove(Ledger.PERMITTED);
        denials.remove(Reason.GAP.code());
        denials.values().removeIf(count -> count == 0);
        return new FlowCounts(
                counts.getOrDefault(Ledger.PERMITTED, 0L), counts.getOrDefault(Reason.GAP.code(), 0L), denials);
    }

    /**
     * How many were denied by a rule, or lost.
     *
     * @return the sum of all denials
     */
    public long denied() {
        return denials.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The denials in words, where the decision's own code does not say it all.
     *
     * @param code the flow's code
     * @return for example {@code overflow 2, withdrawn 1}; empty if there is no denial under another code
     */
    public String breakdown(String code) {
        if (denials.isEmpty() || denials.keySet().equals(Set.of(code))) {
            return "";
        }
        return denials.entrySet().stream()
                .map(denial -> denial.getKey() + " " + Figures.count(denial.getValue()))
                .collect(joining(", "));
    }
}
