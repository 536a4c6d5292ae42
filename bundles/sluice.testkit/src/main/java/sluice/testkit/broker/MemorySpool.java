package sluice.testkit.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import sluice.broker.core.port.Spool;

/** A spool in memory that can be told to fail, and can be handed to a second broker as if the platform had restarted. */
public final class MemorySpool implements Spool {
    private final Map<String, TreeMap<Long, byte[]>> entries = new ConcurrentHashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private long next;
    private boolean down;

    /**
     * Breaks the spool, or mends it; entries that waited become durable then.
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
     * How many entries of a recipient are not consumed.
     *
     * @param recipient its name
     * @return 0 or more
     */
    public synchronized int kept(String recipient) {
        return entries.getOrDefault(recipient, new TreeMap<>()).size();
    }

    @Override
    public void append(String recipient, byte[] entry, WhenDurable whenDurable) {
        long position;
        synchronized (this) {
            position = next++;
            entries.computeIfAbsent(recipient, name -> new TreeMap<>()).put(position, entry);
            if (down) {
                waiting.add(() -> whenDurable.at(position));
                return;
            }
        }
        whenDurable.at(position);
    }

    @Override
    public synchronized void consumed(String recipient, long position) {
        entries.getOrDefault(recipient, new TreeMap<>()).headMap(position, true).clear();
    }

    @Override
    public void replay(String recipient, Visitor visitor) {
        Map<Long, byte[]> left;
        synchronized (this) {
            left = new TreeMap<>(entries.getOrDefault(recipient, new TreeMap<>()));
        }
        left.forEach(visitor::entry);
    }

    @Override
    public synchronized String trouble() {
        return down ? "the test broke it" : "";
    }
}
