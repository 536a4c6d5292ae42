package sluice.guard.agent;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was refused. The names are the agent's own, so there are at most as many as there are choke points. */
final class Refusals {
    /** A class of a guest. */
    static final String CLASS = "class";

    /** An extension bundle of the framework. */
    static final String EXTENSION = "extension";

    private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String name) {
        LongAdder count = counts.get(name);
        if (count == null) {
            LongAdder fresh = new LongAdder();
            LongAdder earlier = counts.putIfAbsent(name, fresh);
            count = earlier == null ? fresh : earlier;
        }
        count.increment();
    }

    /** Counts nothing, so that counting needs no class that is not loaded. */
    void warm() {
        count("");
        counts.remove("");
    }

    Map<String, Long> counts() {
        Map<String, Long> snapshot = new TreeMap<>();
        counts.forEach((name, count) -> snapshot.put(name, count.sum()));
        return snapshot;
    }
}
