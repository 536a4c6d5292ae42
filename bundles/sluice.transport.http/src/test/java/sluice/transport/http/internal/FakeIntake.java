package sluice.transport.http.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Outcome;

/** An intake whose commit point is in the test's hand. It commits at once until {@link #hold} is called, and blocks after {@link #block}. */
final class FakeIntake implements Intake {
    final List<Inbound> taken = new CopyOnWriteArrayList<>();
    final Map<Reason, Integer> refused = new ConcurrentHashMap<>();
    final BlockingQueue<Consumer<Outcome>> held = new LinkedBlockingQueue<>();
    private final Semaphore door = new Semaphore(1_000_000);
    private volatile Consumer<Consumer<Outcome>> commit = told -> told.accept(Outcome.COMMITTED);

    @Override
    public void accept(Inbound message, Consumer<Outcome> told) {
        door.acquireUninterruptibly();
        taken.add(message);
        commit.accept(told);
    }

    @Override
    public void refused(String transport, Reason reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    FakeIntake answering(Outcome outcome) {
        commit = told -> told.accept(outcome);
        return this;
    }

    FakeIntake failing() {
        commit = told -> {
            throw new IllegalArgumentException("PLANTED");
        };
        return this;
    }

    FakeIntake hold() {
        commit = held::add;
        return this;
    }

    FakeIntake block() {
        door.drainPermits();
        return this;
    }

    void unblock() {
        door.release(1_000_000);
    }
}
