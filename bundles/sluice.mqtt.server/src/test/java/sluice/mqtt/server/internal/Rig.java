package sluice.mqtt.server.internal;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import sluice.broker.core.port.MqttEndpoint;
import sluice.broker.core.port.MqttSource;

/** A real server on a free port with two accounts, and real clients of it. */
final class Rig implements AutoCloseable {
    static final String PASSWORD = "correct horse";
    static final MqttSource BINS = new MqttSource("bins", hash(PASSWORD), "bins/", true);
    static final MqttSource PLATES = new MqttSource("plates", hash(PASSWORD), "plates/", false);

    final Refusals refusals = new Refusals(new AtomicReference<>());
    final Settings settings;
    MqttServer server;
    private final List<MqttAsyncClient> clients = new ArrayList<>();

    private static final Settings.Limits LIMITS =
            new Settings.Limits(1_000, 1_100_000, 32L << 20, 20_000, Duration.ofMinutes(5));

    Rig(Path folder) throws Exception {
        this(folder, LIMITS);
    }

    /** Listens with TLS too. */
    Rig(Path folder, Tls tls) throws Exception {
        settings = new Settings("127.0.0.1", freePort(), folder, LIMITS, tls);
        server = start(BINS, PLATES);
    }

    Rig(Path folder, Settings.Limits limits) throws Exception {
        settings = new Settings("127.0.0.1", freePort(), folder, limits);
        server = start(BINS, PLATES);
    }

    MqttServer start(MqttSource... sources) throws Exception {
        server = MqttServer.start(settings, List.of(sources), refusals);
        return server;
    }

    MqttAsyncClient device(String account, String clientId) throws MqttException {
        return connect(clientId, options(account, PASSWORD));
    }

    /** The platform's client, as the transport would be: manual acknowledgement, a session that stays. */
    Platform platform(String filter, boolean acknowledges) throws MqttException {
        MqttEndpoint endpoint = server.endpoint();
        MqttConnectionOptions options = options(endpoint.account(), new String(endpoint.password()));
        options.setCleanStart(false);
        options.setSessionExpiryInterval(3_600L);
        options.setReceiveMaximum(100);
        MqttAsyncClient client = new MqttAsyncClient(settings.uri(), endpoint.clientId(), new MemoryPersistence());
        clients.add(client);
        Platform platform = new Platform(client, acknowledges);
        client.setManualAcks(true);
        client.setCallback(platform);
        client.connect(options).waitForCompletion(10_000);
        client.subscribe(filter, 1).waitForCompletion(10_000);
        return platform;
    }

    MqttAsyncClient connect(String clientId, MqttConnectionOptions options) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(settings.uri(), clientId, new MemoryPersistence());
        clients.add(client);
        client.connect(options).waitForCompletion(10_000);
        return client;
    }

    MqttClient version3(String account, String clientId) throws org.eclipse.paho.client.mqttv3.MqttException {
        MqttClient client = new MqttClient(
                settings.uri(), clientId, new org.eclipse.paho.client.mqttv3.persist.MemoryPersistence());
        client.setTimeToWait(20_000);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(account);
        options.setPassword(PASSWORD.toCharArray());
        client.connect(options);
        return client;
    }

    static MqttConnectionOptions options(String account, String password) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(account);
        options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        options.setAutomaticReconnect(false);
        return options;
    }

    static void publish(MqttAsyncClient client, String topic, String payload) throws MqttException {
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false)
                .waitForCompletion(10_000);
    }

    /** What an MQTT 5 server says to one message; 0 is success. */
    static int answerTo(MqttAsyncClient client, String topic) throws MqttException {
        IMqttToken token = client.publish(topic, new byte[] {'x'}, 1, false);
        token.waitForCompletion(10_000);
        return token.getReasonCodes()[0];
    }

    static String hash(String password) {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 10_000, 256))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "pbkdf2:10000:" + base64.encodeToString(salt) + ":" + base64.encodeToString(key);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws MqttException {
        leave();
        server.close();
    }

    /** Every client goes, and the server stays. */
    void leave() throws MqttException {
        for (MqttAsyncClient client : clients) {
            if (client.isConnected()) {
                client.disconnectForcibly(0, 50, false);
            }
            client.close(true);
        }
        clients.clear();
    }

    /** What the platform received, in order. */
    static final class Platform implements MqttCallback {
        final MqttAsyncClient client;
        final List<String> topics = new CopyOnWriteArrayList<>();
        final List<MqttProperties> properties = new CopyOnWriteArrayList<>();
        final List<String> payloads = new CopyOnWriteArrayList<>();
        final List<Integer> unacknowledged = new CopyOnWriteArrayList<>();
        /** Whoever holds it keeps the platform from taking the next message. */
        final ReentrantLock busy = new ReentrantLock();

        private final boolean acknowledges;

        Platform(MqttAsyncClient client, boolean acknowledges) {
            this.client = client;
            this.acknowledges = acknowledges;
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) throws Exception {
            busy.lock();
            busy.unlock();
            topics.add(topic);
            properties.add(message.getProperties());
            payloads.add(new String(message.getPayload(), StandardCharsets.UTF_8));
            if (acknowledges) {
                client.messageArrivedComplete(message.getId(), message.getQos());
            } else {
                unacknowledged.add(message.getId());
            }
        }

        void forget() {
            topics.clear();
            payloads.clear();
            properties.clear();
        }

        void awaitCount(int count) {
            await().atMost(Duration.ofSeconds(30)).until(() -> payloads.size() >= count);
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String uri) {}

        @Override
        public void authPacketArrived(int code, MqttProperties properties) {}
    }
}
