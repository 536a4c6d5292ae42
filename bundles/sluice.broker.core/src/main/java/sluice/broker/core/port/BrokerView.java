package sluice.broker.core.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The broker as an operator sees it. Holds no value of any real reading. */
public interface BrokerView {
    /**
     * Every flow that was asked for, permitted or not.
     *
     * @return sorted by stream, purpose, recipient
     */
    List<FlowSnapshot> flows();

    /**
     * What was refused before it was a reading of a stream, and what was taken in.
     *
     * @return code to count; {@code accepted} counts messages, every other code is a reason's
     */
    Map<String, Long> door();

    /**
     * What happened to the readings of each stream before any recipient was considered.
     *
     * @return stream to code to count; {@code classified} counts readings that went on, {@code stripped} fields that the catalogue lacks
     */
    Map<String, Map<String, Long>> streams();

    /**
     * Why a recipient gets, or does not get, a stream for a purpose.
     *
     * @param stream catalogue stream
     * @param purpose purpose
     * @param recipient symbolic name of the application's bundle
     * @return the decision and each rule that was considered, one line each
     */
    List<String> explain(String stream, String purpose, String recipient);

    /**
     * Who is told anything that is made from a field, or would be if it asked, and who is refused the stream.
     *
     * @param stream catalogue stream
     * @param field its field
     * @return sorted by recipient, purpose and output; absent if the catalogue has no such field
     */
    Optional<List<Sight>> whoCanSee(String stream, String field);

    /**
     * The last record of each permitted flow from a simulated device, before and after.
     *
     * @return at most one a flow
     */
    List<Sample> samples();

    /**
     * The drivers and applications that are here.
     *
     * @return sorted by name
     */
    List<Guest> guests();

    /**
     * One flow.
     *
     * @param flow stream, purpose, recipient
     * @param state what was decided when it was bound
     * @param code the reason's code, or {@link Ledger#PERMITTED}
     * @param rule the policy that permits it, or the rule that does not, in words
     * @param counts code to count since the platform started; {@link Ledger#PERMITTED} counts delivered observations
     * @param queued observations that wait for the recipient
     * @param latency from the door to the recipient's queue
     */
    record FlowSnapshot(
            FlowKey flow,
            State state,
            String code,
            String rule,
            Map<String, Long> counts,
            int queued,
            Latency latency) {
        public FlowSnapshot {
            counts = Map.copyOf(counts);
        }
    }

    /**
     * One recipient and what it learns of a field.
     *
     * @param flow stream, purpose, recipient
     * @param output what it is told; in brackets if it is told by a record's coming, empty if it is refused the stream without a policy
     * @param made the operators, in words
     * @param label label of the output; empty if it is not told
     * @param rule policy, file and line; empty if there is none
     * @param code {@link Ledger#PERMITTED}, or the reason's code
     * @param why whether an application is here that asks, or why it is refused
     * @param notice what people were told when it was collected, in words; empty if it is not told, or nobody wrote it down
     */
    record Sight(
            FlowKey flow,
            String output,
            String made,
            String label,
            String rule,
            String code,
            String why,
            String notice) {}

    /** What was decided for a flow. */
    enum State {
        /** A policy permits it. */
        PERMIT,
        /** A rule forbids it. */
        DENY,
        /** No rule speaks of it, so it is denied. */
        GAP
    }

    /**
     * Latency of a flow since the platform started; upper bounds of histogram buckets that are 12 % wide.
     *
     * @param p50Micros median, microseconds; 0 if nothing flowed
     * @param p99Micros 99th percentile, microseconds; 0 if nothing flowed
     */
    record Latency(long p50Micros, long p99Micros) {}

    /**
     * One record of a simulated device, before and after.
     *
     * @param flow the flow
     * @param before field to value, as the driver said it
     * @param after field to value, as the recipient was told
     */
    record Sample(FlowKey flow, Map<String, String> before, Map<String, String> after) {
        public Sample {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }
    }

    /**
     * A driver or an application.
     *
     * @param name symbolic name of its bundle
     * @param kind {@code driver} or {@code application}
     * @param status {@code running}, {@code stalled}, {@link #WAITING}, or {@code failed: } and the class name of what it threw last
     * @param sessions open sessions of a driver; 0 for an application
     * @param notes code to last value of what it noted
     */
    record Guest(String name, String kind, String status, int sessions, Map<String, Long> notes) {
        /** The status of an application that stands still until the store is back. */
        public static final String WAITING = "waiting for the store";

        public Guest {
            notes = Map.copyOf(notes);
        }
    }
}
