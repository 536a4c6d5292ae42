package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sluice.broker.core.model.Reason;

/**
 * The one gate to an application's code: timed, and whatever comes out of it is a value. An application that needs its state stands still
 * while the store is away; the others go on.
 */
final class Calls {
    private static final long PAUSE_MILLIS = 200;

    private final Recipient recipient;
    private final InstantSource clock;
    private final CountDownLatch end = new CountDownLatch(1);

    Calls(Recipient recipient, InstantSource clock) {
        this.recipient = requireNonNull(recipient, "recipient is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Ends the present wait for the store, and every later one. */
    void end() {
        end.countDown();
    }

    /** One call that needs no state. */
    Done plain(Call call) {
        Done done;
        recipient.callWatch().enter();
        try {
            done = call.call().map(Done::well).orElseGet(() -> Done.not(Reason.TYPE_MISMATCH));
        } catch (StateAway away) {
            done = Done.not(Reason.STOPPING);
        } catch (Throwable thrown) {
            recipient.failed(thrown);
            done = Done.not(Reason.RECIPIENT_FAILED);
        }
        return recipient.callWatch().leave() ? done : Done.not(Reason.RECIPIENT_STALLED);
    }

    /** Calls again until the state that was asked for could be read. What was done without it is not done. */
    Done stateful(AppState state, Classes classes, Turn turn) throws InterruptedException {
        while (true) {
            CallContext context = new CallContext(clock.instant(), state, classes);
            Done done = plain(() -> turn.call(context));
            context.end();
            if (!state.wasMissed()) {
                return done;
            }
            if (isOverAfterPause()) {
                return Done.not(Reason.STOPPING);
            }
        }
    }

    /** Keeps what calls changed; false if the end came before it was on disk. */
    boolean keep(Memory memory) throws InterruptedException {
        while (!memory.commit()) {
            if (isOverAfterPause()) {
                return false;
            }
        }
        recipient.waits(false);
        return true;
    }

    private boolean isOverAfterPause() throws InterruptedException {
        recipient.waits(true);
        return end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A call. */
    @FunctionalInterface
    interface Call {
        Optional<Prepared> call() throws Throwable;
    }

    /** A call that may look at state. */
    @FunctionalInterface
    interface Turn {
        Optional<Prepared> call(CallContext context) throws Throwable;
    }
}
