package sluice.broker.core.guest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds a clock on the calls into foreign code. A call past the first limit makes its guest <em>stalled</em>; past the second it is
 * interrupted, once, and given up. One thread calls, another one watches.
 */
public final class CallWatch {
    /** How a guest's present call stands. */
    public enum State {
        /** No call, or one within its time. */
        QUIET,
        /** Past the first limit. */
        STALLED,
        /** Past the second limit: interrupted and given up. */
        GIVEN_UP
    }

    private final long stalledNanos;
    private final long giveUpNanos;
    private final LongSupplier ticker;
    private @Nullable Thread caller;
    private long since;
    private boolean interrupted;

    /**
     * A watch with its limits.
     *
     * @param stalled after which a call is reported
     * @param giveUp after which a call is interrupted
     * @param ticker nanoseconds from any origin
     */
    public CallWatch(Duration stalled, Duration giveUp, LongSupplier ticker) {
        this.stalledNanos = stalled.toNanos();
        this.giveUpNanos = giveUp.toNanos();
        this.ticker = requireNonNull(ticker, "ticker is null");
    }

    /** The present thread goes into foreign code. */
    public synchronized void enter() {
        caller = Thread.currentThread();
        since = ticker.getAsLong();
        interrupted = false;
    }

    /**
     * The present thread is back; its interrupt flag is cleared, whoever set it.
     *
     * @return false if the call was given up meanwhile
     */
    public synchronized boolean leave() {
        caller = null;
        Thread.interrupted();
        return !interrupted;
    }

    /**
     * Looks at the present call, and interrupts it if its time is over.
     *
     * @return how it stands
     */
    public synchronized State check() {
        if (caller == null) {
            return State.QUIET;
        }
        long elapsed = ticker.getAsLong() - since;
        if (elapsed > giveUpNanos && !interrupted) {
            interrupted = true;
            caller.interrupt();
        }
        return interrupted ? State.GIVEN_UP : elapsed > stalledNanos ? State.STALLED : State.QUIET;
    }
}
