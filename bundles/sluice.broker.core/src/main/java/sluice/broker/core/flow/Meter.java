package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;

/** The counts of one flow, for the operator since the start and for the ledger second by second: nothing is counted in one of them only. */
public final class Meter {
    private final FlowKey flow;
    private final Count permitted;
    private final Count[] refused = new Count[Reason.values().length];
    private final Map<String, LongAdder> marks = new ConcurrentHashMap<>();
    private final Histogram latency = new Histogram();

    Meter(FlowKey flow, Ledger ledger) {
        this.flow = requireNonNull(flow, "flow is null");
        this.permitted = new Count(ledger.tally(flow, Ledger.PERMITTED));
        for (Reason reason : Reason.values()) {
            refused[reason.ordinal()] = new Count(ledger.tally(flow, reason.code()));
        }
    }

    /**
     * Counts a permitted record.
     *
     * @param nanos from the door to the recipient's queue
     */
    public void permitted(long nanos) {
        permitted.increment();
        latency.record(nanos);
    }

    /** Counts a record that went on, where there is no latency to note. */
    public void passed() {
        permitted.increment();
    }

    /**
     * Counts a refused record.
     *
     * @param reason why
     */
    public void refused(Reason reason) {
        refused[reason.ordinal()].increment();
    }

    /**
     * Counts something that is no decision about a record: a stripped field, a number that a device skipped.
     *
     * @param code lower case with hyphens
     * @param count how many
     */
    public void mark(String code, long count) {
        if (count > 0) {
            marks.computeIfAbsent(code, any -> new LongAdder()).add(count);
        }
    }

    /**
     * All counts that are not zero.
     *
     * @return code to count
     */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        put(counts, Ledger.PERMITTED, permitted.total.sum());
        for (Reason reason : Reason.values()) {
            put(counts, reason.code(), refused[reason.ordinal()].total.sum());
        }
        marks.forEach((code, count) -> put(counts, code, count.sum()));
        return counts;
    }

    /**
     * Latency so far.
     *
     * @return median and 99th percentile
     */
    public BrokerView.Latency latency() {
        return new BrokerView.Latency(latency.quantile(0.5) / 1_000, latency.quantile(0.99) / 1_000);
    }

    /**
     * Whose counts these are.
     *
     * @return the flow
     */
    public FlowKey flow() {
        return flow;
    }

    private static void put(Map<String, Long> counts, String code, long count) {
        if (count > 0) {
            counts.put(code, count);
        }
    }

    private record Count(LongAdder total, Ledger.Tally tally) {
        Count(Ledger.Tally tally) {
            this(new LongAdder(), tally);
        }

        void increment() {
            total.increment();
            tally.increment();
        }
    }
}
