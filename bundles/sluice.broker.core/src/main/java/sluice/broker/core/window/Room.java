package sluice.broker.core.window;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all windows of a broker have together. Safe for several threads. */
public final class Room {
    /** The part of the heap that windows may have. */
    private static final int PART_OF_HEAP = 8;

    private final AtomicLong free;

    /**
     * So much room.
     *
     * @param bytes how much, 0 or more
     */
    public Room(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /**
     * An eighth of the heap.
     *
     * @return new
     */
    public static Room ofHeap() {
        return new Room(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /**
     * Takes some.
     *
     * @param bytes how much
     * @return false if there is not so much; nothing was taken then
     */
    public boolean take(long bytes) {
        long before = free.get();
        while (before >= bytes) {
            if (free.compareAndSet(before, before - bytes)) {
                return true;
            }
            before = free.get();
        }
        return false;
    }

    /**
     * Gives some back.
     *
     * @param bytes as taken before
     */
    public void give(long bytes) {
        free.addAndGet(bytes);
    }

    /**
     * What is left.
     *
     * @return bytes
     */
    public long free() {
        return free.get();
    }
}
