package sluice.ledger.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger.Tally;
import sluice.ledger.internal.entry.EntryText;

/** What was counted and not sealed yet: observations of each flow under each code, and the last number of each device. */
final class Tallies {
    private static final Comparator<Name> ORDER = Comparator.comparing((Name name) -> name.flow().stream())
            .thenComparing(name -> name.flow().purpose())
            .thenComparing(name -> name.flow().recipient())
            .thenComparing(Name::code);

    private final Map<Name, Count> counts = new ConcurrentHashMap<>();
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    private record Name(FlowKey flow, String code) {}

    Tally tally(FlowKey flow, String code) {
        return counts.computeIfAbsent(new Name(flow, code), name -> new Count());
    }

    void sequence(String device, long sequence) {
        sequences.put(device, sequence);
    }

    boolean isEmpty() {
        return sequences.isEmpty() && counts.values().stream().allMatch(count -> count.unsealed() == 0);
    }

    /** The counts since the last time, as arrays of an entry. One caller at a time. */
    List<String> drainCounts() {
        List<String> arrays = new ArrayList<>();
        counts.keySet().stream().sorted(ORDER).forEach(name -> {
            long more = counts.getOrDefault(name, new Count()).seal();
            if (more > 0) {
                FlowKey flow = name.flow();
                arrays.add(EntryText.array(more, flow.stream(), flow.purpose(), flow.recipient(), name.code()));
            }
        });
        return arrays;
    }

    /** The sequences noted since the last time, as arrays of an entry. One caller at a time. */
    List<String> drainSequences() {
        List<String> arrays = new ArrayList<>();
        sequences.keySet().stream().sorted().forEach(device -> {
            Long sequence = sequences.remove(device);
            if (sequence != null) {
                arrays.add(EntryText.array(sequence, device));
            }
        });
        return arrays;
    }

    /** Only ever grows; what is sealed is remembered, so that no increment falls between a reading and a reset. */
    private static final class Count implements Tally {
        private final LongAdder sum = new LongAdder();
        private volatile long sealed;

        @Override
        public void increment() {
            sum.increment();
        }

        long unsealed() {
            return sum.sum() - sealed;
        }

        long seal() {
            long now = sum.sum();
            long more = now - sealed;
            sealed = now;
            return more;
        }
    }
}
