package sluice.access.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by code. */
public final class Tally {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * A tally.
     *
     * @param codes what is shown as 0 until it happens
     */
    public Tally(String... codes) {
        for (String code : codes) {
            counts.put(code, new LongAdder());
        }
    }

    /**
     * Counts one.
     *
     * @param code of what
     */
    public void add(String code) {
        counts.computeIfAbsent(code, key -> new LongAdder()).increment();
    }

    /**
     * All counts.
     *
     * @return by code, sorted
     */
    public Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((code, count) -> sums.put(code, count.sum()));
        return sums;
    }
}
