package sluice.itests.inside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** The devices of {@code src/test/resources/inside}, speaking as their makers and networks do, over real MQTT and HTTP. */
final class City {
    private static final String SECRET = "itests-secret-0123456789abcdef";
    private static final int AT_LEAST_ONCE = 1;

    private City() {}

    /** bin-001, a Dragino LDDS75 behind The Things Stack. */
    static byte[] theThingsStack(String payloadHex, long count, Instant at) {
        return """
                {"end_device_ids":{"device_id":"bin-001","application_ids":{"application_id":"city"},\
                "dev_eui":"0200000000000001"},"received_at":"%1$s",\
                "uplink_message":{"f_port":2,"f_cnt":%2$d,"frm_payload":"%3$s","received_at":"%1$s"}}""".formatted(at, count, base64(payloadHex)).getBytes(UTF_8);
    }

    /** bin-002, a Milesight EM400-MUD behind ChirpStack. */
    static byte[] chirpStack(String payloadHex, long count, Instant at) {
        return """
                {"time":"%s","deviceInfo":{"applicationId":"bins","deviceName":"bin-002","devEui":"0200000000000002"},\
                "devAddr":"01000000","dr":3,"fCnt":%d,"fPort":85,"data":"%s"}""".formatted(at, count, base64(payloadHex)).getBytes(UTF_8);
    }

    static void publishToTheThingsStack(byte[] message) {
        publish("ttn", "ttn/v3/city@ttn/devices/bin-001/up", message);
    }

    static void publishToChirpStack(byte[] message) {
        publish("chirp", "chirp/application/bins/device/0200000000000002/event/up", message);
    }

    /** cam-001 posts what an OpenALPR agent says of a vehicle that went by; gives the answer's status. */
    static int see(String plate, Instant at) throws IOException, InterruptedException {
        String group = """
                {"version":2,"data_type":"alpr_group","epoch_start":%2$d,"epoch_end":%2$d,"camera_id":7,\
                "best_plate_number":"%1$s","best_confidence":93.5,"best_region":"ca-on",\
                "candidates":[{"plate":"%1$s","confidence":93.5}]}""".formatted(plate, at.toEpochMilli());
        URI webhook = URI.create("http://127.0.0.1:" + System.getProperty(Container.HTTP_PORT) + "/ingest/cam-001");
        HttpRequest post = HttpRequest.newBuilder(webhook)
                .header("Authorization", "Bearer " + SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(group))
                .build();
        return HttpClient.newHttpClient().send(post, BodyHandlers.discarding()).statusCode();
    }

    /** As a network server does: again, as long as the server is not up yet. What is taken twice is told once. */
    private static void publish(String account, String topic, byte[] message) {
        Eventually.becomes("the MQTT server takes the message", () -> isTaken(account, topic, message));
    }

    private static boolean isTaken(String account, String topic, byte[] message) {
        String uri = "tcp://127.0.0.1:" + System.getProperty(Container.MQTT_PORT);
        try (MqttClient client = new MqttClient(uri, "itests-" + account, new MemoryPersistence())) {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setUserName(account);
            options.setPassword(SECRET.toCharArray());
            client.connect(options);
            client.publish(topic, message, AT_LEAST_ONCE, false);
            client.disconnect();
            return true;
        } catch (MqttException notYet) {
            return false;
        }
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
