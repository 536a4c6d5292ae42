package sluice.keys.internal.ring;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.port.Keys;
import sluice.keys.internal.vault.Contents;

/**
 * Which epochs never open again. An epoch whose key was destroyed is closed, and so is every earlier one of the same name; one that was
 * destroyed before its time, because the clock had gone there by mistake, is closed alone, so that the epochs before it still open.
 */
final class Closures {
    /** Beyond so many closed alone, all up to the last are. */
    private static final int MOST_AHEAD = 64;

    private final Map<Keys.Name, Line> lines = new HashMap<>();
    private final Instant closedUntil;

    private static final class Line {
        private Instant before = Instant.MIN;
        private final TreeSet<Instant> ahead = new TreeSet<>();
    }

    Closures(Contents contents) {
        this.closedUntil = contents.closedUntil();
        for (Contents.Closure closure : contents.closures()) {
            Line line = line(closure.name());
            line.before = closure.before();
            line.ahead.addAll(closure.ahead());
        }
    }

    private Line line(Keys.Name name) {
        return lines.computeIfAbsent(name, key -> new Line());
    }

    boolean isClosed(Keys.Name name, Epoch epoch) {
        Line line = lines.get(name);
        boolean isClosed = line != null && (epoch.from().isBefore(line.before) || line.ahead.contains(epoch.from()));
        return isClosed || !epoch.until().isAfter(closedUntil);
    }

    void close(Keys.Name name, Epoch epoch, Instant now) {
        Line line = line(name);
        if (epoch.from().isAfter(now)) {
            line.ahead.add(epoch.from());
        } else {
            line.before = line.before.isAfter(epoch.until()) ? line.before : epoch.until();
        }
        while (line.ahead.size() > MOST_AHEAD) {
            line.before = line.ahead.pollFirst().plusMillis(1);
        }
        line.ahead.headSet(line.before).clear();
    }

    List<Contents.Closure> kept() {
        return lines.entrySet().stream()
                .map(line -> new Contents.Closure(
                        line.getKey(), atLeastEpoch(line.getValue().before), List.copyOf(line.getValue().ahead)))
                .toList();
    }

    private static Instant atLeastEpoch(Instant instant) {
        return instant.isBefore(Instant.EPOCH) ? Instant.EPOCH : instant;
    }

    Instant closedUntil() {
        return closedUntil;
    }
}
