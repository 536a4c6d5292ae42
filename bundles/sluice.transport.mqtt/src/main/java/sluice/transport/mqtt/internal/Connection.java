package sluice.transport.mqtt.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.Outcome;

/** One connection to a server, used once: what it knows of messages dies with it, and the server brings the rest again. */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long ANSWER_MILLIS = 10_000;
    private static final long CLOSE_MILLIS = 1_000;
    private static final int FIRST_ERROR_CODE = 0x80;

    private final MqttAsyncClient client;
    private final Acks acks;

    /** Told what happens on a connection, on Paho's threads. */
    interface Listener {
        /**
         * A message came. May block; Paho then reads no more.
         *
         * @param settled told what became of it, on any thread
         */
        void message(String topic, MqttMessage message, Consumer<Outcome> settled);

        /** A message was acknowledged. */
        void acknowledged();

        /** The connection is of no more use. */
        void lost(String why);
    }

    private Connection(String uri, String clientId, Listener listener) throws MqttException {
        client = new MqttAsyncClient(uri, clientId, new MemoryPersistence());
        acks = new Acks(id -> acknowledge(id, listener), () -> listener.lost("the platform can not take messages now"));
        client.setManualAcks(true);
        client.setCallback(new Callback(listener, acks));
    }

    /** Connects, or throws and leaves nothing behind. */
    static Connection open(String uri, String clientId, MqttConnectionOptions options, Listener listener)
            throws MqttException {
        Connection connection = new Connection(uri, clientId, listener);
        try {
            connection.client.connect(options).waitForCompletion(ANSWER_MILLIS);
            return connection;
        } catch (MqttException failed) {
            connection.close();
            throw failed;
        }
    }

    void subscribe(List<String> filters) throws MqttException {
        if (filters.isEmpty()) {
            return;
        }
        int[] qualities = new int[filters.size()];
        Arrays.fill(qualities, 1);
        IMqttToken token = client.subscribe(filters.toArray(String[]::new), qualities);
        token.waitForCompletion(ANSWER_MILLIS);
        for (int code : token.getReasonCodes()) {
            if (code >= FIRST_ERROR_CODE) {
                throw new MqttException(code);
            }
        }
    }

    void unsubscribe(List<String> filters) throws MqttException {
        if (!filters.isEmpty()) {
            client.unsubscribe(filters.toArray(String[]::new)).waitForCompletion(ANSWER_MILLIS);
        }
    }

    boolean isOpen() {
        return client.isConnected();
    }

    private boolean acknowledge(int messageId, Listener listener) {
        try {
            client.messageArrivedComplete(messageId, 1);
            listener.acknowledged();
            return true;
        } catch (MqttException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        acks.end();
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, CLOSE_MILLIS, true);
            }
        } catch (MqttException alreadyGone) {
            LOG.debug("a connection did not end cleanly: {}", alreadyGone.getReasonCode());
        }
        try {
            client.close(true);
        } catch (MqttException leftOpen) {
            LOG.debug("a client did not close cleanly: {}", leftOpen.getReasonCode());
        }
    }

    /** What Paho tells. */
    private record Callback(Listener listener, Acks acks) implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            if (message.getQos() == 0) {
                listener.message(topic, message, outcome -> {});
                return;
            }
            Acks.Pending pending = acks.arrived(message.getId());
            listener.message(topic, message, outcome -> acks.settle(pending, outcome));
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            listener.lost("the connection was lost, code " + response.getReturnCode());
        }

        @Override
        public void mqttErrorOccurred(MqttException error) {
            LOG.debug("the client reports code {}", error.getReasonCode());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String uri) {}

        @Override
        public void authPacketArrived(int code, MqttProperties properties) {}
    }
}
