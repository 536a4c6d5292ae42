package sluice.broker.core.port;

import java.util.function.Consumer;
import sluice.broker.core.model.Reason;

/** The one door into the broker, for transports. */
public interface Intake {
    /** Longest message that is looked into, bytes; a longer one is refused as {@link Reason#OVERSIZED}. */
    int MAX_PAYLOAD = 256 * 1024;

    /** How many messages may be between the door and their commit point; {@link #accept} blocks at this bound. */
    int MAX_IN_FLIGHT = 1_024;

    /**
     * Takes a message in. Returns when it stands in its driver's queue; blocks while {@link #MAX_IN_FLIGHT} messages are in flight.
     *
     * @param message what came
     * @param commit told once, on any thread and perhaps before this returns, what became of it; must not block
     */
    void accept(Inbound message, Consumer<Outcome> commit);

    /**
     * Counts a message that a transport refused by itself: wrong secret, over its rate, too long.
     *
     * @param transport {@code mqtt} or {@code http}
     * @param reason why
     */
    void refused(String transport, Reason reason);
}
