package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A network server or a device: an MQTT 5 client that publishes at QoS 1. */
public final class Sender implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;

    static {
        // Paho's threads lose a race of their own when a client closes; what a test waits for has nothing to do with
        // it.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final MqttAsyncClient client;

    private Sender(MqttAsyncClient client) {
        this.client = client;
    }

    /** Connects as an account of {@link City}. */
    public static Sender connect(Instance instance, String account) {
        return connect(instance, account, City.SECRET);
    }

    public static Sender connect(Instance instance, String account, String password) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(account);
        options.setPassword(password.getBytes(UTF_8));
        options.setAutomaticReconnect(false);
        try {
            MqttAsyncClient client = new MqttAsyncClient(
                    "tcp://127.0.0.1:" + instance.ports().mqtt(),
                    "itests-" + UUID.randomUUID(),
                    new MemoryPersistence());
            client.connect(options).waitForCompletion(PATIENCE_MILLIS);
            return new Sender(client);
        } catch (MqttException e) {
            throw new IllegalStateException("no connection as `" + account + "`: " + e.getReasonCode(), e);
        }
    }

    /** Publishes, and waits for the acknowledgement; gives the server's reason code, 0 for success. */
    public int publish(String topic, String message) {
        return publish(topic, message.getBytes(UTF_8));
    }

    public int publish(String topic, byte[] message) {
        try {
            IMqttToken token = client.publish(topic, message, 1, false);
            token.waitForCompletion(PATIENCE_MILLIS);
            int[] codes = token.getReasonCodes();
            return codes == null || codes.length == 0 ? 0 : codes[0];
        } catch (MqttException e) {
            throw new IllegalStateException("not acknowledged: " + e.getReasonCode(), e);
        }
    }

    /** Subscribes; gives the server's reason code, 128 or more for a refusal. */
    public int subscribe(String filter) {
        try {
            IMqttToken token = client.subscribe(filter, 1);
            token.waitForCompletion(PATIENCE_MILLIS);
            return token.getReasonCodes()[0];
        } catch (MqttException e) {
            return e.getReasonCode();
        }
    }

    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 500, false);
            }
            client.close(true);
        } catch (MqttException alreadyGone) {
            // a killed server has closed it
        } catch (NullPointerException lostItsOwnRace) {
            // Paho 1.2.5, where an acknowledgement arrives while it closes: it is closed
        }
    }
}
