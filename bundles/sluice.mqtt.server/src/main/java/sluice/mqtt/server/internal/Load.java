package sluice.mqtt.server.internal;

/** What one connection has handed to Artemis and Artemis has not dealt with yet. */
final class Load {
    /** Keeps a fast sender from filling Artemis' queue in front of the router, which has no bound of its own. */
    private static final int MOST = 256;

    private final Tide tide;
    private final Runnable wake;
    private long bytes;
    private int messages;
    private boolean settled;

    Load(Tide tide, Runnable wake) {
        this.tide = tide;
        this.wake = wake;
    }

    synchronized boolean isFull() {
        return messages >= MOST;
    }

    synchronized void take(int size) {
        messages++;
        bytes += size;
        tide.onTheWay(size);
    }

    synchronized void done(int size) {
        if (settled) {
            return;
        }
        messages--;
        bytes -= size;
        tide.onTheWay(-size);
        if (messages == MOST / 2) {
            wake.run();
        }
    }

    /** The connection is gone: whatever Artemis forgot with it counts no more. */
    synchronized void settle() {
        settled = true;
        tide.onTheWay(-bytes);
        bytes = 0;
    }
}
