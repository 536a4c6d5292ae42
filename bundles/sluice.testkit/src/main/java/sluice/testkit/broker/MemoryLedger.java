package sluice.testkit.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;

/** A ledger in memory that can be told to fail. Durable at once, unless it is down: then disclosures wait. */
public final class MemoryLedger implements Ledger {
    private final Map<String, LongAdder> tallies = new ConcurrentHashMap<>();
    private final List<String> events = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();
    private final Opening opening;
    private boolean down;
    private int leaves;
    private int refusals;

    /** A new ledger. */
    public MemoryLedger() {
        this(new Opening(-1, -1, Map.of()));
    }

    /**
     * A ledger that found something when it was opened.
     *
     * @param opening what it found
     */
    public MemoryLedger(Opening opening) {
        this.opening = opening;
    }

    /**
     * Breaks the ledger, or mends it; disclosures that waited become durable then.
     *
     * @param broken whether it can not be written from now on
     */
    public void down(boolean broken) {
        List<Runnable> ready;
        synchronized (this) {
            down = broken;
            ready = broken ? List.of() : List.copyOf(waiting);
            waiting.removeAll(ready);
        }
        ready.forEach(Runnable::run);
    }

    /**
     * How often a flow was tallied under a code.
     *
     * @param flow the flow
     * @param code {@link Ledger#PERMITTED} or a reason's code
     * @return 0 or more
     */
    public long count(FlowKey flow, String code) {
        LongAdder tally = tallies.get(flow + " " + code);
        return tally == null ? 0 : tally.sum();
    }

    /**
     * The events so far, each with its details in one text.
     *
     * @return in order
     */
    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    /**
     * How many disclosures about persons became durable.
     *
     * @return 0 or more
     */
    public synchronized int leaves() {
        return leaves;
    }

    /**
     * The last number of each device, for the opening of a ledger that goes on where this one ended.
     *
     * @return a copy
     */
    public Map<String, Long> sequences() {
        return Map.copyOf(sequences);
    }

    /**
     * How often it was asked to open a second while it was down.
     *
     * @return 0 or more
     */
    public synchronized int refusals() {
        return refusals;
    }

    @Override
    public Tally tally(FlowKey flow, String code) {
        LongAdder count = tallies.computeIfAbsent(flow + " " + code, key -> new LongAdder());
        return count::increment;
    }

    @Override
    public synchronized boolean open(long epochSecond) {
        refusals += down ? 1 : 0;
        return !down;
    }

    @Override
    public void sequence(String device, long sequence) {
        sequences.put(device, sequence);
    }

    @Override
    public void disclose(FlowKey flow, String device, Runnable whenDurable) {
        synchronized (this) {
            leaves++;
            if (down) {
                waiting.add(whenDurable);
                return;
            }
        }
        whenDurable.run();
    }

    @Override
    public synchronized void event(String event, Map<String, String> details) {
        events.add(event + " " + new TreeMap<>(details));
    }

    @Override
    public Opening opening() {
        return opening;
    }

    @Override
    public synchronized String trouble() {
        return down ? "the test broke it" : "";
    }

    @Override
    public synchronized Verification verify() {
        return new Verification(true, events.size(), -1, "in memory");
    }
}
