package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.flow.Mailbox;
import sluice.broker.core.model.Reason;

/** A recipient's queue: any thread puts, the recipient's takes. Over its limit the oldest delivery is lost, and its loss is told. */
final class MailQueue implements Mailbox {
    /** As many observations wait for one recipient. */
    static final int LIMIT = 8_192;

    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final BiConsumer<Delivery, Reason> lost;
    private boolean woken;
    private boolean closed;

    MailQueue(BiConsumer<Delivery, Reason> lost) {
        this.lost = requireNonNull(lost, "lost is null");
    }

    @Override
    public void offer(Delivery delivery) {
        Delivery oldest = null;
        boolean tooLate;
        synchronized (this) {
            tooLate = closed;
            if (!tooLate && waiting.size() == LIMIT) {
                oldest = waiting.removeFirst();
            }
            if (!tooLate) {
                waiting.addLast(delivery);
                notifyAll();
            }
        }
        if (tooLate) {
            loseAtStop(delivery);
        } else if (oldest != null) {
            lost.accept(oldest, Reason.OVERFLOW);
        }
    }

    /** Puts back what was taken and not told. */
    void putBack(Delivery delivery) {
        boolean tooLate;
        synchronized (this) {
            tooLate = closed;
            if (!tooLate) {
                waiting.addFirst(delivery);
            }
        }
        if (tooLate) {
            loseAtStop(delivery);
        }
    }

    /** The platform stops: what waits in memory only is lost, each loss told; what the spool holds comes again. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        expel(delivery -> !delivery.isSpooled(), Reason.STOPPING);
    }

    private void loseAtStop(Delivery delivery) {
        if (!delivery.isSpooled()) {
            lost.accept(delivery, Reason.STOPPING);
        }
    }

    /** Takes the oldest delivery, waiting for one at most so long; empty if none came, or if woken. */
    synchronized Optional<Delivery> poll(long millis) throws InterruptedException {
        if (waiting.isEmpty() && millis > 0 && !woken) {
            wait(millis);
        }
        woken = false;
        return Optional.ofNullable(waiting.pollFirst());
    }

    /** Ends the present wait, or the next one. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Throws out deliveries, telling each loss. */
    void expel(Predicate<Delivery> unwanted, Reason reason) {
        Deque<Delivery> expelled = new ArrayDeque<>();
        synchronized (this) {
            waiting.removeIf(delivery -> unwanted.test(delivery) && expelled.add(delivery));
        }
        expelled.forEach(delivery -> lost.accept(delivery, reason));
    }
}
