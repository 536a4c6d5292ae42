package sluice.broker.core.plan.operator.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.shape.Slots;

/** Counts the records of each device, and lets the first of every n pass. Devices beyond the first 10,000 are counted together. */
final class EveryNth implements Screen {
    static final int MOST_DEVICES = 10_000;

    private final int number;
    private final Map<String, Count> counts = new HashMap<>();
    private final Count others = new Count();

    EveryNth(int number) {
        this.number = number;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public synchronized boolean passes(Slots reading, String source, long chance, Instant now) {
        Count count = countOf(source);
        boolean isFirst = count.seen == 0;
        count.seen = (count.seen + 1) % number;
        return isFirst;
    }

    private Count countOf(String source) {
        Count count = counts.get(source);
        if (count == null && counts.size() < MOST_DEVICES) {
            count = new Count();
            counts.put(source, count);
        }
        return count == null ? others : count;
    }

    private static final class Count {
        private int seen;
    }
}
