package sluice.broker.core.intake;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import sluice.broker.core.flow.Receipt;
import sluice.broker.core.model.Reason;

/**
 * What a lane has to do, in the order in which it came. The messages in it can be refused from outside while the lane's thread is held up
 * in foreign code. Safe for several threads; one of them works.
 */
final class LaneQueue {
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Consumer<Message> handle;
    private final BiConsumer<Receipt, Reason> refuse;

    LaneQueue(Consumer<Message> handle, BiConsumer<Receipt, Reason> refuse) {
        this.handle = handle;
        this.refuse = refuse;
    }

    void add(Runnable task) {
        tasks.add(task);
    }

    void put(Message message) {
        tasks.add(new Waiting(message));
    }

    /** The messages that wait would wait for ever; what else is to be done stays. */
    void refuseMessages() {
        tasks.removeIf(task -> task instanceof Waiting waiting && waiting.isRefused());
    }

    /** Does all that comes until the lane is closed or interrupted, and then what is left. */
    void work(BooleanSupplier closed, Consumer<Runnable> run) {
        try {
            while (!closed.getAsBoolean()) {
                run.accept(tasks.take());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        for (Runnable left = tasks.poll(); left != null; left = tasks.poll()) {
            run.accept(left);
        }
    }

    /** A message in the queue. */
    private final class Waiting implements Runnable {
        private final Message message;

        Waiting(Message message) {
            this.message = message;
        }

        @Override
        public void run() {
            try {
                handle.accept(message);
            } catch (RuntimeException defect) {
                refuse.accept(message.receipt(), Reason.DRIVER_FAILED);
                throw defect;
            }
        }

        boolean isRefused() {
            refuse.accept(message.receipt(), Reason.DRIVER_STALLED);
            return true;
        }
    }
}
