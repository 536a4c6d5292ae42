package sluice.mqtt.server.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.jspecify.annotations.Nullable;

/**
 * How full the server is. While it is full nothing is read from senders, so that TCP holds them back; nothing is dropped.
 *
 * <p>Artemis' own limits are of no use here: its MQTT handler never asks the paging store whether there is room, and paging would write
 * personal data to disk.
 */
final class Tide {
    private final long limit;
    private final AtomicLong onTheWay = new AtomicLong();
    private final AtomicInteger heldBack = new AtomicInteger();
    private volatile @Nullable PagingManager store;

    Tide(long limit) {
        this.limit = limit;
    }

    void measure(PagingManager manager) {
        store = manager;
    }

    /** Messages that the gates let in and Artemis has not put into a queue yet. */
    void onTheWay(long bytes) {
        onTheWay.addAndGet(bytes);
    }

    boolean isNothingOnTheWay() {
        return onTheWay.get() <= 0;
    }

    boolean isHigh() {
        PagingManager measured = store;
        return measured == null || measured.isDiskFull() || waitingBytes() >= limit;
    }

    long waitingBytes() {
        PagingManager measured = store;
        return onTheWay.get() + (measured == null ? 0 : measured.getGlobalSize());
    }

    void heldBack(int change) {
        heldBack.addAndGet(change);
    }

    /** Connections from which nothing is read now. */
    int heldBackCount() {
        return heldBack.get();
    }
}
