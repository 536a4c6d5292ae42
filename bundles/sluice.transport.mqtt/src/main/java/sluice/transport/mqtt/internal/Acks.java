package sluice.transport.mqtt.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import sluice.broker.core.port.Outcome;

/**
 * Acknowledges the messages of one connection in the order in which they came, whatever the order in which they are committed (MQTT 5,
 * 4.6). Belongs to one connection, for message ids mean nothing on the next one.
 */
final class Acks {
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Sender sender;
    private final Runnable refused;
    private boolean ended;

    /** Sends an acknowledgement; false if the connection is gone. */
    @FunctionalInterface
    interface Sender {
        boolean acknowledge(int messageId);
    }

    /** A message that came and is not acknowledged. */
    static final class Pending {
        private final int messageId;
        private boolean committed;

        private Pending(int messageId) {
            this.messageId = messageId;
        }
    }

    /**
     * Nothing is pending.
     *
     * @param sender sends an acknowledgement; must not block
     * @param refused run once, when the platform can not take a message: nothing is acknowledged from then on, so that it comes again
     */
    Acks(Sender sender, Runnable refused) {
        this.sender = sender;
        this.refused = refused;
    }

    synchronized Pending arrived(int messageId) {
        Pending message = new Pending(messageId);
        pending.add(message);
        return message;
    }

    synchronized void settle(Pending message, Outcome outcome) {
        if (ended) {
            return;
        }
        if (!outcome.acknowledges()) {
            end();
            refused.run();
            return;
        }
        message.committed = true;
        while (!ended && !pending.isEmpty() && pending.element().committed) {
            ended = !sender.acknowledge(pending.remove().messageId);
        }
    }

    synchronized void end() {
        ended = true;
        pending.clear();
    }
}
