package sluice.itests.outside;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Base64;

/**
 * A smart bin behind one of the two network servers. Its messages are written as the networks' and makers' documents say.
 *
 * @param number 1 to 255
 * @param network whose envelope its uplinks come in
 */
public record Bin(int number, Network network) {
    /** A network server, which has an account of the same name. */
    public enum Network {
        TTN,
        CHIRPSTACK;

        String account() {
            return this == TTN ? "ttn" : "chirp";
        }
    }

    public String id() {
        return "bin-%03d".formatted(number);
    }

    /** Locally administered, so nobody's. */
    public String devEui() {
        return "02000000000000%02x".formatted(number);
    }

    public String model() {
        return network == Network.TTN ? "LDDS75" : "EM400-MUD";
    }

    public String topic() {
        return topic("up");
    }

    /** The network's topic for an event of this bin. */
    public String topic(String event) {
        return network == Network.TTN
                ? "ttn/v3/city@ttn/devices/" + id() + "/" + event
                : "chirp/application/bins/device/" + devEui() + "/event/" + event;
    }

    /** A genuine uplink; {@code distance} in mm from 100 to 10,000 can be read from the level that is released. */
    public String uplink(long count, int distance, Instant at) {
        return envelope(count, network == Network.TTN ? 2 : 85, payload(distance), at);
    }

    public String envelope(long count, int port, byte[] payload, Instant at) {
        return envelope(count, port, Base64.getEncoder().encodeToString(payload), at);
    }

    public String envelope(long count, int port, String base64, Instant at) {
        return network == Network.TTN
                ? """
                {"end_device_ids":{"device_id":"%s","application_ids":{"application_id":"city"},"dev_eui":"%s"},\
                "received_at":"%4$s","uplink_message":{"f_port":%5$d,"f_cnt":%3$d,"frm_payload":"%6$s","received_at":"%4$s"}}""".formatted(id(), devEui(), count, at, port, base64)
                : """
                {"time":"%4$s","deviceInfo":{"applicationId":"bins","deviceName":"%1$s","devEui":"%2$s"},\
                "devAddr":"01000000","dr":3,"fCnt":%3$d,"fPort":%5$d,"data":"%6$s"}""".formatted(id(), devEui(), count, at, port, base64);
    }

    private byte[] payload(int distance) {
        return network == Network.TTN ? ldds75(distance) : em400(distance);
    }

    private static byte[] ldds75(int distance) {
        return ByteBuffer.allocate(8)
                .putShort((short) 3_300)
                .putShort((short) distance)
                .put((byte) 0)
                .putShort((short) 215)
                .put((byte) 1)
                .array();
    }

    private static byte[] em400(int distance) {
        return ByteBuffer.allocate(14)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x01, 0x75, 90})
                .put(new byte[] {0x03, 0x67})
                .putShort((short) 215)
                .put(new byte[] {0x04, (byte) 0x82})
                .putShort((short) distance)
                .put(new byte[] {0x05, 0x00, 0x00})
                .array();
    }
}
