package sluice.mqtt.server.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/** Sends MQTT byte by byte, as no client library would, and reads what the server answers. */
final class RawClient implements AutoCloseable {
    static final byte[] NOTHING = {};
    private static final int VERSION_5 = 5;

    private final Socket socket;
    private final int version;

    /** What the server sent: the type of the packet, and its body; type 0 when it hung up. */
    record Answer(int type, byte[] body) {
        static final int CONNACK = 2;
        static final int PUBACK = 4;
        static final int PUBREC = 5;
        static final int SUBACK = 9;
        static final int UNSUBACK = 11;
        static final int PINGRESP = 13;
        static final int DISCONNECT = 14;

        boolean isEnd() {
            return type == 0;
        }

        /** Let in, or taken. */
        boolean isAccepted() {
            return type != 0 && reason() == 0;
        }

        /** CONNACK and PUBACK of version 5 have it after two bytes, DISCONNECT at the start, SUBACK and UNSUBACK at the end. */
        int reason() {
            int at = switch (type) {
                case CONNACK -> 1;
                case PUBACK, PUBREC -> 2;
                case DISCONNECT -> 0;
                default -> body.length - 1;
            };
            return at >= 0 && at < body.length ? body[at] & 0xFF : 0;
        }
    }

    RawClient(Rig rig, int version) throws IOException {
        this.socket = new Socket("127.0.0.1", rig.settings.port());
        this.version = version;
        socket.setSoTimeout(15_000);
    }

    /** Connected as a device that gave the right password. */
    static RawClient connected(Rig rig, int version, String account, String clientId) throws IOException {
        RawClient client = new RawClient(rig, version);
        Answer answer = client.connect(account, clientId, NOTHING);
        if (!answer.isAccepted()) {
            throw new AssertionError("not connected: " + answer.type() + " " + answer.reason());
        }
        return client;
    }

    Answer connect(String account, String clientId, byte[] properties) throws IOException {
        send(0x10, connectBody(account, clientId, properties, NOTHING));
        return receive();
    }

    /** A connection whose will goes to that topic. */
    Answer connectWithWill(String account, String clientId, byte[] willProperties, byte[] topic) throws IOException {
        ByteArrayOutputStream will = new ByteArrayOutputStream();
        if (version == VERSION_5) {
            properties(will, willProperties);
        }
        bytes(will, topic);
        bytes(will, "will".getBytes(UTF_8));
        send(0x10, connectBody(account, clientId, NOTHING, will.toByteArray()));
        return receive();
    }

    private byte[] connectBody(String account, String clientId, byte[] properties, byte[] will) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        bytes(body, "MQTT".getBytes(UTF_8));
        body.write(version);
        body.write(will.length > 0 ? 0xC6 : 0xC2);
        body.write(0);
        body.write(60);
        if (version == VERSION_5) {
            properties(body, properties);
        }
        bytes(body, clientId.getBytes(UTF_8));
        body.write(will);
        bytes(body, account.getBytes(UTF_8));
        bytes(body, Rig.PASSWORD.getBytes(UTF_8));
        return body.toByteArray();
    }

    /** Quality 1, packet id 7. */
    void publish(byte[] topic, byte[] properties, String text) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        bytes(body, topic);
        body.write(0);
        body.write(7);
        if (version == VERSION_5) {
            properties(body, properties);
        }
        body.write(text.getBytes(UTF_8));
        send(0x32, body.toByteArray());
    }

    void publish(String topic, String text) throws IOException {
        publish(topic.getBytes(UTF_8), NOTHING, text);
    }

    /** SUBSCRIBE (0x82) or UNSUBSCRIBE (0xA2) of one filter. */
    void filter(int header, byte[] properties, String filter) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        body.write(7);
        if (version == VERSION_5) {
            properties(body, properties);
        }
        bytes(body, filter.getBytes(UTF_8));
        if (header == 0x82) {
            body.write(1);
        }
        send(header, body.toByteArray());
    }

    void send(int header, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(header);
        variable(packet, body.length);
        packet.write(body);
        try {
            socket.getOutputStream().write(packet.toByteArray());
        } catch (SocketException hungUp) {
            // what the server said before that can still be read
        }
    }

    Answer receive() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int header = in.readUnsignedByte();
            int length = 0;
            int digit;
            int shift = 0;
            do {
                digit = in.readUnsignedByte();
                length |= (digit & 0x7F) << shift;
                shift += 7;
            } while (digit > 0x7F);
            return new Answer(header >> 4, in.readNBytes(length));
        } catch (EOFException | SocketException hungUp) {
            return new Answer(0, NOTHING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the server still answers: it says nothing else of its own. */
    boolean isAlive() throws IOException {
        send(0xC0, NOTHING);
        return receive().type() == Answer.PINGRESP;
    }

    /** A property whose value is two bytes, as the topic alias and the receive maximum. */
    static byte[] number(int property, int value) {
        return new byte[] {(byte) property, (byte) (value >> 8), (byte) value};
    }

    /** A property whose value is a text, as the response topic and the authentication method. */
    static byte[] text(int property, String value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(property);
        bytes(out, value.getBytes(UTF_8));
        return out.toByteArray();
    }

    private static void properties(ByteArrayOutputStream out, byte[] properties) throws IOException {
        variable(out, properties.length);
        out.write(properties);
    }

    private static void bytes(ByteArrayOutputStream out, byte[] value) {
        try {
            DataOutputStream to = new DataOutputStream(out);
            to.writeShort(value.length);
            to.write(value);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void variable(ByteArrayOutputStream out, int number) {
        int rest = number;
        do {
            out.write(rest > 127 ? rest & 0x7F | 0x80 : rest);
            rest >>>= 7;
        } while (rest > 0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
