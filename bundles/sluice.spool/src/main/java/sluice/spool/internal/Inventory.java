package sluice.spool.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import sluice.journal.Damage;
import sluice.journal.Journal;
import sluice.journal.Visitor;

/** What is in the journal, and whose it is. */
final class Inventory {
    private final Journal journal;
    private final Map<String, Backlog> backlogs = new ConcurrentHashMap<>();
    private final List<Damage> damages = new CopyOnWriteArrayList<>();

    /** Takes stock of a journal. Cursors may be older than the journal's end, and never go beyond it. */
    Inventory(Journal journal, Map<String, Long> cursors) throws IOException {
        this.journal = journal;
        cursors.forEach((recipient, position) ->
                backlogs.put(recipient, new Backlog(Math.min(position, journal.next() - 1))));
        journal.replay(0, Long.MAX_VALUE, new Stock());
    }

    private final class Stock implements Visitor {
        @Override
        public void entry(long position, byte[] payload) {
            of(SpooledEntry.of(payload).recipient()).appended(position);
        }

        @Override
        public void damage(Damage damage) {
            damages.add(damage);
        }
    }

    Backlog of(String recipient) {
        return backlogs.computeIfAbsent(recipient, name -> new Backlog(Backlog.NONE));
    }

    List<Damage> damages() {
        return damages;
    }

    /** Position of the oldest entry that somebody waits for. */
    long oldest() {
        // The end first: what is appended while we look is behind it.
        long end = journal.next();
        return backlogs.values().stream().mapToLong(Backlog::oldest).reduce(end, Math::min);
    }

    /** How far each recipient is of which there is anything left in the files. */
    Map<String, Long> cursors() {
        Map<String, Long> cursors = new HashMap<>();
        long start = journal.starts().stream().findFirst().orElse(0L);
        backlogs.forEach((recipient, backlog) -> {
            if (backlog.last() >= start && backlog.consumed() >= start) {
                cursors.put(recipient, backlog.consumed());
            }
        });
        return cursors;
    }

    /** How many entries each recipient lost and has not come back since. */
    Map<String, Long> dropped() {
        Map<String, Long> dropped = new TreeMap<>();
        backlogs.forEach((recipient, backlog) -> {
            if (backlog.dropped() > 0) {
                dropped.put(recipient, backlog.dropped());
            }
        });
        return dropped;
    }

    /** Drops the oldest file, whoever waits for what is in it. */
    void dropOldestFile() throws IOException {
        List<Long> starts = journal.starts();
        Losses losses = new Losses();
        journal.replay(starts.get(0), starts.get(1), losses);
        backlogs.forEach((recipient, backlog) -> backlog.cut(starts.get(1), losses.of.getOrDefault(recipient, 0L)));
        journal.dropBefore(starts.get(1));
    }

    private final class Losses implements Visitor {
        private final Map<String, Long> of = new HashMap<>();

        @Override
        public void entry(long position, byte[] payload) {
            String recipient = SpooledEntry.of(payload).recipient();
            if (Inventory.this.of(recipient).awaits(position)) {
                of.merge(recipient, 1L, Long::sum);
            }
        }

        @Override
        public void damage(Damage damage) {}
    }
}
