package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Outcome;

/**
 * The line for callers that can wait: while the ledger can not be written, a reading waits here, and behind it its source's whole thread and
 * in the end the sender, so that nothing is acknowledged and nothing lost.
 */
public final class PatientFlow {
    private static final long RETRY_MILLIS = 100;

    private final Flow flow;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A patient way to the line.
     *
     * @param flow the line
     */
    public PatientFlow(Flow flow) {
        this.flow = requireNonNull(flow, "flow is null");
    }

    /**
     * Takes one reading down the line, however long the ledger takes.
     *
     * @param reading the reading
     * @param channel where it was put; the route behind it may change while the reading waits
     * @param route the route by which it was read
     * @param receipt told when each delivery is safe
     * @return committed or refused; unavailable only when the platform stops, and from then on always
     */
    public Outcome flow(SlotReading reading, Channel channel, Route route, Receipt receipt) {
        if (closed.getCount() == 0) {
            return new Outcome.Unavailable(Reason.STOPPING);
        }
        Route current = route;
        Outcome outcome = flow.flow(reading, current, receipt);
        while (!outcome.acknowledges()) {
            if (isClosedWithin(RETRY_MILLIS)) {
                return new Outcome.Unavailable(Reason.STOPPING);
            }
            current = channel.inForce();
            if (current == null || current.reader() != route.reader()) {
                route.meter().refused(Reason.WITHDRAWN);
                return new Outcome.Refused(Reason.WITHDRAWN);
            }
            outcome = flow.flow(reading, current, receipt);
        }
        return outcome;
    }

    /** The platform stops: whoever waits is sent back. */
    public void close() {
        closed.countDown();
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            // a guest's call can not be under way here, so only a stopping platform interrupts
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
