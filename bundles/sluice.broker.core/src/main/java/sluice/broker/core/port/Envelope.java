package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.Reason;
import sluice.driver.spi.Frame;

/** Knows the envelopes of one network: a message goes in, the device's address and frame come out. Published as a service. */
public interface Envelope {
    /**
     * Opens a message.
     *
     * @param message what a transport brought
     * @return what is inside; {@link NotMine} if another envelope, or none, is to be tried
     */
    Opened open(Inbound message);

    /** What is inside an envelope. */
    sealed interface Opened {}

    /** The message is none of this network's. */
    record NotMine() implements Opened {}

    /**
     * A device's frame.
     *
     * @param address as the device registry writes it, for example {@code deveui:0101010101010101}
     * @param frame the device's own message
     */
    record Uplink(String address, Frame frame) implements Opened {
        public Uplink {
            requireNonNull(address, "address is null");
            requireNonNull(frame, "frame is null");
        }
    }

    /**
     * The network speaks of a device, and there is no frame in it.
     *
     * @param address the device, as the registry writes it
     * @param kind what the network says
     */
    record NetworkEvent(String address, Kind kind) implements Opened {
        /** What a network says of a device. */
        public enum Kind {
            /** The device joined; its counter starts again. */
            JOIN,
            /** Battery or link margin, as the network saw it. */
            STATUS,
            /** A downlink was delivered, or was not. */
            ACKNOWLEDGEMENT,
            /** Anything else that carries no frame. */
            OTHER
        }

        public NetworkEvent {
            requireNonNull(address, "address is null");
            requireNonNull(kind, "kind is null");
        }
    }

    /**
     * It is this network's, and it is broken.
     *
     * @param reason why, for the count
     */
    record Broken(Reason reason) implements Opened {
        public Broken {
            requireNonNull(reason, "reason is null");
        }
    }

    /** The one answer of an envelope to what is not its own. */
    NotMine NOT_MINE = new NotMine();
}
