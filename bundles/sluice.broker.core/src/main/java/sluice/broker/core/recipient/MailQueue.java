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

    MailQueue(BiConsumer<Delivery, Reason> lost) {
        this.lost = requireNonNull(lost, "lost is null");
    }

    @Override
    public void offer(Delivery delivery) {
        Delivery oldest = null;
        synchronized (this) {
            if (waiting.size() == LIMIT) {
                oldest = waiting.removeFirst();
            }
            waiting.addLast(delivery);
            notifyAll();
        }
        if (oldest != null) {
            lost.accept(oldest, Reason.OVERFLOW);
        }
    }

    /** Puts back what was taken and not told. */
    synchronized void putBack(Delivery delivery) {
        waiting.addFirst(delivery);
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
