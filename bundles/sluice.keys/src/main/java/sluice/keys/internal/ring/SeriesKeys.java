package sluice.keys.internal.ring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Keys;

/** The keys of one name; knows the last one that was asked for. */
final class SeriesKeys implements Keys.Series {
    private final KeyRing ring;
    private final Keys.Name name;
    private volatile @Nullable LiveKey last;

    SeriesKeys(KeyRing ring, Keys.Name name) {
        this.ring = ring;
        this.name = name;
    }

    @Override
    public Keys.Answer at(Instant instant) {
        LiveKey known = last;
        if (known != null && known.isFor(instant)) {
            return known;
        }
        Keys.Answer answer = ring.find(name, instant);
        last = answer instanceof LiveKey key ? key : last;
        return answer;
    }
}
