package sluice.broker.core.plan.operator.record;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.aggregate.Digests;

/**
 * The values that came within the last while, as digests under a key of their own, at most {@link #MOST}; a new value beyond them is held
 * back. A record without the value passes. If the platform's clock is set back, what is remembered is forgotten.
 */
final class Repeats implements Screen {
    static final int MOST = 100_000;

    private final String field;
    private final long withinMillis;
    private final Digests digests = Digests.fresh();
    private final Map<Long, Long> seen = new LinkedHashMap<>();

    Repeats(String field, long withinMillis) {
        this.field = field;
        this.withinMillis = withinMillis;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    /** Not linked to a shape it knows no field. */
    @Override
    public boolean passes(Slots reading, String source, long chance, Instant now) {
        return false;
    }

    @Override
    public Screen linkedTo(Shape reading) {
        int place = reading.indexOf(field);
        if (place < 0) {
            return (values, source, chance, now) -> true;
        }
        ValueType type = reading.components().get(place).type();
        return (values, source, chance, now) ->
                !values.has(place) || isFirst(digests.of(values, place, type), now.toEpochMilli());
    }

    private synchronized boolean isFirst(long digest, long now) {
        forget(now);
        if (seen.containsKey(digest) || seen.size() == MOST) {
            return false;
        }
        seen.put(digest, now);
        return true;
    }

    private void forget(long now) {
        Iterator<Long> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            long ago = now - oldest.next();
            if (ago >= 0 && ago < withinMillis) {
                return;
            }
            oldest.remove();
        }
    }
}
