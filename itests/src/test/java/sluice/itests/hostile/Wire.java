package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import sluice.itests.outside.City;

/**
 * Two accounts of the MQTT server try to talk to each other past the platform, with plain clients. The guard's layers have no part in this:
 * where all of them are off, the clients talk to a server as it comes from its maker, so as to show that what they try does work.
 */
final class Wire {
    private static final long PATIENCE_MILLIS = 5_000;

    private final Run run;
    private final int port;

    private Wire(Run run, int port) {
        this.run = run;
        this.port = port;
    }

    static void talk(Run run) {
        boolean isOff = run.lab().layers().equals("none");
        int port = isOff ? StockServer.port() : run.lab().instance().ports().mqtt();
        new Wire(run, port).talkAs(run.attack().how("by").orElse("message"));
    }

    private void talkAs(String kind) {
        String topic = how("topic");
        MqttMessage note =
                new MqttMessage(run.packed().words().secret().getBytes(UTF_8), 1, kind.equals("retained"), null);
        switch (kind) {
            case "message" -> {
                listen();
                publish(topic, note);
            }
            case "retained" -> {
                publish(topic, note);
                listen();
            }
            case "will" -> {
                listen();
                die(topic, note);
            }
            default -> throw new IllegalStateException(kind);
        }
    }

    private void listen() {
        tell(() -> {
            MqttAsyncClient client = connected("chirp", options("chirp"));
            client.setCallback(new Ear(message -> run.world().hear(message)));
            client.subscribe(how("filter"), 1).waitForCompletion(PATIENCE_MILLIS);
        });
    }

    private void publish(String topic, MqttMessage note) {
        tell(() -> connected("ttn", options("ttn")).publish(topic, note).waitForCompletion(PATIENCE_MILLIS));
    }

    /** Hangs up without a word, so that the server carries out the last will; it may refuse it when it is told. */
    private void die(String topic, MqttMessage note) {
        MqttConnectionOptions options = options("ttn");
        options.setWill(topic, note);
        try {
            connected("ttn", options).disconnectForcibly(0, 0, false);
        } catch (MqttException | IllegalStateException refused) {
            run.note("!" + refused.getMessage());
        }
    }

    /** Both are accounts of the server's, so that this must work. */
    private MqttAsyncClient connected(String account, MqttConnectionOptions options) {
        try {
            MqttAsyncClient client = new MqttAsyncClient(
                    "tcp://127.0.0.1:" + port, account + "-" + UUID.randomUUID(), new MemoryPersistence());
            client.connect(options).waitForCompletion(PATIENCE_MILLIS);
            run.later(() -> close(client));
            return client;
        } catch (MqttException e) {
            throw new IllegalStateException("no connection as `" + account + "`: " + e.getReasonCode(), e);
        }
    }

    private static MqttConnectionOptions options(String account) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(account);
        options.setPassword(City.SECRET.getBytes(UTF_8));
        options.setAutomaticReconnect(false);
        return options;
    }

    private String how(String key) {
        return run.attack().how(key).orElseThrow();
    }

    private void tell(Step step) {
        try {
            step.take();
        } catch (MqttException e) {
            run.note("!MQTT reason " + e.getReasonCode());
        }
    }

    private static void close(MqttAsyncClient client) {
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 500, false);
            }
            client.close(true);
        } catch (MqttException | NullPointerException gone) {
            // the server hung up first
        }
    }

    private interface Step {
        void take() throws MqttException;
    }
}
