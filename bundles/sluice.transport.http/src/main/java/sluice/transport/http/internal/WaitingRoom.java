package sluice.transport.http.internal;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Outcome;

/**
 * Bounds the messages between the listener and the intake, and hands them in on threads of its own: the intake may block, and the
 * container's threads serve the operator's pages too.
 *
 * <p>INVARIANT: a place is free again when the intake has told what became of its message, or never saw it; an answer that was given up
 * on frees no place.
 */
final class WaitingRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);
    private static final int THREADS = 4;

    private final Intake intake;
    private final Semaphore places;
    private final ConcurrentMap<String, Integer> placesTaken = new ConcurrentHashMap<>();
    private final int share;
    private final ExecutorService threads;
    private final AtomicBoolean isClosed = new AtomicBoolean();

    WaitingRoom(Intake intake, int places) {
        this.intake = intake;
        this.places = new Semaphore(places);
        this.share = Math.max(1, places / 4);
        this.threads = threads();
    }

    /** A place for one message; empty if all are taken, or a quarter of them by this device. */
    Optional<Place> enter(String device) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        Place place = new Place(device);
        if (placesTaken.merge(device, 1, Integer::sum) > share) {
            place.leave();
            return Optional.empty();
        }
        return Optional.of(place);
    }

    /** Hands no more in; what still waits is told that we stop. */
    @Override
    public void close() {
        isClosed.set(true);
        threads.shutdown();
    }

    /** One message's place. */
    final class Place {
        private final String device;
        private final AtomicBoolean isLeft = new AtomicBoolean();

        private Place(String device) {
            this.device = device;
        }

        /** Hands the message in, unless nobody waits for its answer any more; told once, or not at all in that case. */
        void handIn(Inbound message, BooleanSupplier isAwaited, Consumer<Outcome> told) {
            threads.execute(() -> {
                if (!isAwaited.getAsBoolean()) {
                    leave();
                } else if (isClosed.get()) {
                    tell(new Outcome.Unavailable(Reason.STOPPING), told);
                } else {
                    accept(message, told);
                }
            });
        }

        /** Frees the place. Leaving twice is harmless. */
        void leave() {
            if (isLeft.compareAndSet(false, true)) {
                placesTaken.computeIfPresent(device, (id, taken) -> taken == 1 ? null : taken - 1);
                places.release();
            }
        }

        private void accept(Inbound message, Consumer<Outcome> told) {
            try {
                intake.accept(message, outcome -> tell(outcome, told));
            } catch (RuntimeException defect) { // the edge of our thread
                LOG.error("the intake failed with {}", defect.getClass().getName());
                tell(new Outcome.Unavailable(Reason.STOPPING), told);
            }
        }

        private void tell(Outcome outcome, Consumer<Outcome> told) {
            leave();
            told.accept(outcome);
        }
    }

    // The queue needs no bound of its own: what is in it has a place. A message that comes after the end is told so by
    // its caller.
    private static ExecutorService threads() {
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "sluice-http-intake");
                    thread.setDaemon(true);
                    return thread;
                },
                (task, pool) -> task.run());
    }
}
