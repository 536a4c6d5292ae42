package sluice.broker.core.intake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.driver.spi.Frame;

/**
 * Finds out of which device a message is, and who may say so. A sender speaks for the device at its own address; only a network server
 * speaks for others, in envelopes, and only for those that the city registered behind it. Safe for several threads.
 */
final class Sorting {
    private final Devices devices;
    private final List<Envelope> envelopes = new CopyOnWriteArrayList<>();

    Sorting(Devices devices) {
        this.devices = devices;
    }

    void add(Envelope envelope) {
        envelopes.add(envelope);
    }

    void remove(Envelope envelope) {
        envelopes.remove(envelope);
    }

    Sorted of(Inbound message) {
        if (message.payload().length > Intake.MAX_PAYLOAD) {
            return new Sorted.Nowhere(Reason.OVERSIZED);
        }
        String server = networkServer(message);
        if (server.isEmpty()) {
            return own(message).orElseGet(() -> stranger(message));
        }
        Envelope.Opened opened = open(message);
        if (opened instanceof Envelope.NotMine) {
            return own(message).orElse(new Sorted.Nowhere(Reason.UNKNOWN_DEVICE));
        }
        return opened instanceof Envelope.Broken broken
                ? new Sorted.Nowhere(broken.reason())
                : ofAnother(opened, server);
    }

    /** The network server that sent it, or empty if the sender is none. Over HTTP a network server is registered as a device. */
    private String networkServer(Inbound message) {
        if (message.transport().equals("http")) {
            return devices.byAddress(message.registryAddress())
                    .filter(DeviceEntry::isNetworkServer)
                    .map(DeviceEntry::id)
                    .orElse("");
        }
        return message.networkServer().orElse("");
    }

    /** A frame of the device at the sender's own address, if there is one. */
    private Optional<Sorted> own(Inbound message) {
        return devices.byAddress(message.registryAddress()).map(device -> to(device, frame(message)));
    }

    /** Of a message that is nobody's own, the operator learns whether it was an envelope of somebody who is no network server. */
    private Sorted stranger(Inbound message) {
        boolean isEnvelope = !(open(message) instanceof Envelope.NotMine);
        return new Sorted.Nowhere(isEnvelope ? Reason.WRONG_SOURCE : Reason.UNKNOWN_DEVICE);
    }

    private Envelope.Opened open(Inbound message) {
        for (Envelope envelope : envelopes) {
            Envelope.Opened opened = envelope.open(message);
            if (!(opened instanceof Envelope.NotMine)) {
                return opened;
            }
        }
        return Envelope.NOT_MINE;
    }

    private Sorted ofAnother(Envelope.Opened opened, String server) {
        if (opened instanceof Envelope.NetworkEvent event) {
            Sorted noData = new Sorted.Nowhere(Reason.NO_DATA);
            boolean isJoin = event.kind() == Envelope.NetworkEvent.Kind.JOIN;
            return devices.byAddress(event.address())
                    .map(device -> behind(server, device, isJoin ? new Sorted.Joined(device) : noData))
                    .orElse(noData);
        }
        Envelope.Uplink uplink = (Envelope.Uplink) opened;
        return devices.byAddress(uplink.address())
                .map(device -> behind(server, device, to(device, uplink.frame())))
                .orElse(new Sorted.Nowhere(Reason.UNKNOWN_DEVICE));
    }

    private static Sorted behind(String server, DeviceEntry device, Sorted sorted) {
        return device.source().equals(server) ? sorted : new Sorted.Nowhere(Reason.WRONG_SOURCE);
    }

    private static Sorted to(DeviceEntry device, Frame frame) {
        return device.isNetworkServer() ? new Sorted.Nowhere(Reason.UNKNOWN_MESSAGE) : new Sorted.To(device, frame);
    }

    private static Frame frame(Inbound message) {
        return Frame.of(message.payload(), message.receivedAt()).typed(message.mediaType());
    }
}
