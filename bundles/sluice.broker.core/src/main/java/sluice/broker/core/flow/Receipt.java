package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import sluice.broker.core.port.Outcome;

/**
 * Waits for the commit point of one message: every permitted recipient has every observation of it. Tells the transport exactly once.
 */
public final class Receipt {
    private final Consumer<Outcome> transport;
    private final AtomicBoolean told = new AtomicBoolean();
    /** One for the message itself, and one for each delivery that is not yet safe. */
    private final AtomicInteger open = new AtomicInteger(1);

    /**
     * A receipt for a message.
     *
     * @param transport told once, on any thread
     */
    public Receipt(Consumer<Outcome> transport) {
        this.transport = requireNonNull(transport, "transport is null");
    }

    /** One more delivery has to become safe. */
    public void expect() {
        open.incrementAndGet();
    }

    /** A delivery is safe, or the whole message was seen. */
    public void settle() {
        if (open.decrementAndGet() == 0) {
            tell(Outcome.COMMITTED);
        }
    }

    /**
     * The message ends another way; deliveries that are still on their way do not matter to the transport any more.
     *
     * @param outcome what to tell
     * @return false if the transport was told already
     */
    public boolean tell(Outcome outcome) {
        boolean first = told.compareAndSet(false, true);
        if (first) {
            transport.accept(outcome);
        }
        return first;
    }
}
