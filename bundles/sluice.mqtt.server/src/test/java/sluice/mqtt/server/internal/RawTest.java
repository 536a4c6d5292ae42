package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no client library would send. Every answer here is one byte, or the end of the connection. */
class RawTest {
    private static final int END = -1;

    @TempDir
    Path folder;

    Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() throws MqttException {
        rig.close();
    }

    @Test
    void a_connect_longer_than_64_kb_is_cut_off() throws IOException {
        byte[] connect = connect("bins", "x".repeat(65_000), 1_000);
        assertThat(answerTo(connect)).isEqualTo(END);
        await().until(() -> rig.refusals.of(Refusal.OVERSIZED) == 1);
    }

    @Test
    void a_packet_that_is_no_connect_is_cut_off() throws IOException {
        byte[] header = connect("bins", Rig.PASSWORD, 0);
        header[0] = (byte) 0x30;
        assertThat(answerTo(header)).isEqualTo(END);
    }

    @Test
    void another_protocol_is_cut_off() throws IOException {
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(END);
    }

    @Test
    void a_silent_connection_is_cut_off() throws IOException {
        assertThat(answerTo(new byte[0])).isEqualTo(END);
    }

    @Test
    void what_follows_a_connect_at_once_waits_for_the_answer() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(connect("bins", Rig.PASSWORD, 0));
        both.write(publish("bins/1", "early"));

        assertThat(answerTo(both.toByteArray())).isEqualTo(0x20);

        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("early");
    }

    @Test
    void what_follows_a_refused_connect_goes_nowhere() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(connect("bins", "wrong", 0));
        both.write(publish("bins/1", "planted"));

        assertThat(answerTo(both.toByteArray())).isEqualTo(0x20);

        Rig.publish(rig.device("bins", "d"), "bins/1", "honest");
        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("honest");
    }

    @Test
    void a_topic_with_a_wildcard_ends_its_connection() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(connect("bins", Rig.PASSWORD, 0));
        both.write(publish("bins/#", "x"));

        answerTo(both.toByteArray());

        await().until(() -> rig.refusals.of(Refusal.MALFORMED) == 1);
    }

    private int answerTo(byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", rig.settings.port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(bytes);
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return END;
        }
    }

    /** MQTT 3.1.1, clean session, a will of the given length if it has one. */
    private static byte[] connect(String account, String password, int willLength) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(willLength > 0 ? 0xC6 : 0xC2);
        out.writeShort(60);
        out.writeUTF("raw");
        if (willLength > 0) {
            out.writeUTF("bins/1");
            out.writeUTF("w".repeat(willLength));
        }
        out.writeUTF(account);
        out.writeUTF(password);
        return packet(0x10, body.toByteArray());
    }

    private static byte[] publish(String topic, String text) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF(topic);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return packet(0x30, body.toByteArray());
    }

    private static byte[] packet(int type, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        int rest = body.length;
        do {
            packet.write(rest > 127 ? rest & 0x7F | 0x80 : rest);
            rest >>>= 7;
        } while (rest > 0);
        packet.write(body);
        return packet.toByteArray();
    }
}
