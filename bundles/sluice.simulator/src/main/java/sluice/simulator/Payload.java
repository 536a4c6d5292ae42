package sluice.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The sensors' own binary formats, as their makers' user manuals give them. */
final class Payload {
    static final int DRAGINO_PORT = 2;
    static final int MILESIGHT_PORT = 85;

    private Payload() {}

    static byte[] of(Bin.Network network, Measurement measurement) {
        return network == Bin.Network.TTN ? ldds75(measurement) : em400(measurement);
    }

    static int port(Bin.Network network) {
        return network == Bin.Network.TTN ? DRAGINO_PORT : MILESIGHT_PORT;
    }

    /** Dragino LDDS75: battery in mV, distance in mm, interrupt flag, temperature in tenths of a degree, sensor flag; big-endian. */
    static byte[] ldds75(Measurement measurement) {
        return ByteBuffer.allocate(8)
                .putShort((short) (3_000 + 6 * measurement.batteryPercent()))
                .putShort((short) measurement.distanceMm())
                .put((byte) 0)
                .putShort(tenths(measurement.celsius()))
                .put((byte) 1)
                .array();
    }

    /** Milesight EM400-MUD: channel, type and value of battery in %, temperature, distance in mm and position; little-endian. */
    static byte[] em400(Measurement measurement) {
        return ByteBuffer.allocate(14)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x01)
                .put((byte) 0x75)
                .put((byte) measurement.batteryPercent())
                .put((byte) 0x03)
                .put((byte) 0x67)
                .putShort(tenths(measurement.celsius()))
                .put((byte) 0x04)
                .put((byte) 0x82)
                .putShort((short) measurement.distanceMm())
                .put((byte) 0x05)
                .put((byte) 0x00)
                .put((byte) (measurement.tilted() ? 1 : 0))
                .array();
    }

    private static short tenths(double celsius) {
        return (short) Math.round(celsius * 10);
    }
}
