package sluice.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What was sent, and what the other side said to it. Nothing is counted as received that nobody acknowledged. */
final class Tally {
    private final LongAdder published = new LongAdder();
    private final LongAdder acked = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unsent = new LongAdder();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    /** A message left for the MQTT server. */
    void published() {
        published.increment();
    }

    /** The MQTT server took responsibility for a message. */
    void acked() {
        acked.increment();
    }

    /** The MQTT server answered with a reason code that means no. */
    void refused() {
        refused.increment();
    }

    /** No answer came, or none could be asked for. */
    void failed() {
        failed.increment();
    }

    /** There was no connection, or too much was under way already. */
    void unsent() {
        unsent.increment();
    }

    /** An HTTP server answered. */
    void status(int code) {
        statuses.computeIfAbsent(code, absent -> new LongAdder()).increment();
    }

    long acknowledged() {
        return acked.sum();
    }

    /** Whether the MQTT server still owes answers. */
    boolean isWaiting() {
        return acked.sum() + refused.sum() + failed.sum() < published.sum();
    }

    /** Whether everybody said yes to everything so far. */
    boolean isClean() {
        boolean allTaken = statuses.keySet().stream().allMatch(code -> code / 100 == 2);
        return allTaken && refused.sum() + failed.sum() + unsent.sum() == 0;
    }

    @Override
    public String toString() {
        return "uplinks: published " + published + ", acked " + acked + ", refused " + refused + ", unsent " + unsent
                + "; posts by status: " + statuses + "; without an answer: " + failed;
    }
}
