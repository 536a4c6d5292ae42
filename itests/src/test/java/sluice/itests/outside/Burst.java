package sluice.itests.outside;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Publishes numbered uplinks of one bin, each as soon as the one before was acknowledged, until the server is gone or the test has enough. */
final class Burst implements Runnable {
    /** Distances that the levels tell apart, mm. */
    private static final int FIRST = 100;

    private static final int LAST = 9_900;

    private final Sender sender;
    private final Bin bin;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private volatile boolean stopped;

    Burst(Sender sender, Bin bin) {
        this.sender = sender;
        this.bin = bin;
    }

    @Override
    public void run() {
        try {
            for (int distance = FIRST; distance <= LAST && !stopped; distance++) {
                if (sender.publish(bin.topic(), bin.uplink(distance, distance, Instant.now())) == 0) {
                    acknowledged.add("%s %.4f".formatted(bin.id(), (10_000 - distance) / 10_000.0));
                }
            }
        } catch (IllegalStateException serverIsGone) {
            // what a test waits for
        }
    }

    /** Ends it after the next acknowledgement. */
    void stop() {
        stopped = true;
    }

    /** {@code bin level} of each that the server acknowledged, as the recorder writes them. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }
}
