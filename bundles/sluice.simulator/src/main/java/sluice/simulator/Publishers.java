package sluice.simulator;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;

/** The connections of all network servers. */
final class Publishers implements AutoCloseable {
    private final Map<Bin.Network, Publisher> byNetwork = new EnumMap<>(Bin.Network.class);

    /**
     * Connects them all.
     *
     * @param window how many messages of one network may be under way at once
     */
    Publishers(URI server, Credentials credentials, int window, Tally tally) throws MqttException {
        for (Bin.Network network : Bin.Network.values()) {
            byNetwork.put(network, Publisher.connect(server, network.account(), credentials, window, tally));
        }
    }

    /** Publishes through the connection of the uplink's network; waits while its window is full. */
    void publish(Uplink uplink, Consumer<Uplink> onAck) throws InterruptedException {
        Publisher publisher = byNetwork.get(uplink.bin().network());
        if (publisher == null) {
            throw new IllegalStateException("closed");
        }
        publisher.publish(uplink, onAck);
    }

    @Override
    public void close() throws MqttException {
        for (Publisher publisher : byNetwork.values()) {
            publisher.close();
        }
        byNetwork.clear();
    }
}
