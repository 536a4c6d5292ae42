package sluice.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** One network server's connection to the MQTT server, at QoS 1. */
final class Publisher implements AutoCloseable {
    private static final int REASON_NO = 0x80;
    private static final long PATIENCE_MILLIS = 5_000;

    private final MqttAsyncClient client;
    private final Semaphore window;
    private final Tally tally;

    private Publisher(MqttAsyncClient client, int window, Tally tally) {
        this.client = client;
        this.window = new Semaphore(window);
        this.tally = tally;
    }

    /**
     * Connects.
     *
     * @param window how many messages may be under way at once
     */
    static Publisher connect(URI server, String account, Credentials credentials, int window, Tally tally)
            throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(account);
        options.setPassword(credentials.of(account).getBytes(StandardCharsets.UTF_8));
        options.setAutomaticReconnect(true);
        options.setAutomaticReconnectDelay(1, 5);
        options.setCleanStart(true);
        MqttAsyncClient client =
                new MqttAsyncClient(server.toString(), account + "-simulator", new MemoryPersistence());
        IMqttToken connected = client.connect(options);
        connected.waitForCompletion(PATIENCE_MILLIS);
        return new Publisher(client, Math.min(window, receiveMaximum(connected)), tally);
    }

    private static int receiveMaximum(IMqttToken connected) {
        Integer maximum = connected.getResponseProperties().getReceiveMaximum();
        return maximum == null ? Integer.MAX_VALUE : maximum;
    }

    /** Publishes as soon as the window has room; a message without a connection is counted and not kept. */
    void publish(Uplink uplink, Consumer<Uplink> onAck) throws InterruptedException {
        window.acquire();
        try {
            publishWhenThereIsRoom(uplink, new Answer(uplink, onAck));
            tally.published();
        } catch (MqttException noConnection) {
            window.release();
            tally.unsent();
        }
    }

    // Paho tells of an acknowledgement a moment before it counts the place as free.
    private void publishWhenThereIsRoom(Uplink uplink, Answer answer) throws MqttException, InterruptedException {
        while (true) {
            try {
                client.publish(uplink.topic(), new MqttMessage(uplink.bytes(), 1, false, null), null, answer);
                return;
            } catch (MqttException refused) {
                if (refused.getReasonCode() != MqttClientException.REASON_CODE_MAX_INFLIGHT) {
                    throw refused;
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 1_000, false);
        client.close(true);
    }

    /** What the server says to one message. */
    private final class Answer implements MqttActionListener {
        private final Uplink uplink;
        private final Consumer<Uplink> onAck;

        Answer(Uplink uplink, Consumer<Uplink> onAck) {
            this.uplink = uplink;
            this.onAck = onAck;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            window.release();
            int[] reasons = token.getReasonCodes();
            if (reasons != null && reasons.length > 0 && reasons[0] >= REASON_NO) {
                tally.refused();
            } else {
                tally.acked();
                onAck.accept(uplink);
            }
        }

        @Override
        public void onFailure(IMqttToken token, Throwable failure) {
            window.release();
            tally.failed();
        }
    }
}
