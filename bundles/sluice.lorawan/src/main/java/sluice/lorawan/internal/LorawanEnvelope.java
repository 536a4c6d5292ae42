package sluice.lorawan.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.Inbound;
import sluice.driver.spi.Json;
import sluice.json.JsonReader;
import sluice.lorawan.internal.Network.Heading;

/**
 * Opens the envelopes of LoRaWAN network servers. Over MQTT the topic tells whose message it is and what it reports, and the message must
 * speak of the same device: so an account's topic prefix bounds the devices it can speak for. Over HTTP the message's shape tells.
 */
@Component(name = "sluice.lorawan")
public final class LorawanEnvelope implements Envelope {
    private static final Opened MALFORMED = new Broken(Reason.MALFORMED);

    private final List<Network> networks = List.of(new TheThingsStack(), new ChirpStack());

    /** All known networks. */
    @Activate
    public LorawanEnvelope() {}

    @Override
    public Opened open(Inbound message) {
        return message.transport().equals("http") ? byShape(message) : byTopic(message);
    }

    private Opened byTopic(Inbound message) {
        for (Network network : networks) {
            Optional<Heading> heading = network.heading(message.address());
            if (heading.isPresent()) {
                return JsonReader.read(message.payload())
                        .map(network::letter)
                        .filter(letter -> letter.device().equals(heading.get().device()))
                        .map(letter -> letter.open(heading.get().event(), message.receivedAt()))
                        .orElse(MALFORMED);
            }
        }
        return NOT_MINE;
    }

    private Opened byShape(Inbound message) {
        Optional<Json> root = JsonReader.read(message.payload());
        if (root.isEmpty()) {
            return NOT_MINE; // it may be a device's own format; its driver judges it
        }
        for (Network network : networks) {
            Optional<Event> event = network.shape(root.get());
            if (event.isPresent()) {
                return network.letter(root.get()).open(event.get(), message.receivedAt());
            }
        }
        return NOT_MINE;
    }
}
