package sluice.driver.kit.maker;

import java.util.HashMap;
import java.util.Map;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.Outdoors;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Seeed's SenseCAP: items of a channel byte, a number and four bytes, least significant first, and a checksum over all (source: the maker's list
 * of measurement numbers and its codecs in The Things Network's device repository). As items have one length, a measurement that is not listed
 * here is passed over.
 */
public final class SenseCap {
    /** Whether a probe was taken off the node. */
    public static final Fact PROBE_REMOVED = Fact.fault("probe-removed", 1);

    private static final int ITEM = 7;
    private static final int CHECKSUM = 2;
    private static final int POLYNOMIAL = 0x8408;
    private static final int FIRST_MEASUREMENT = 0x1000;

    private static final Map<Integer, Field> MEASUREMENTS = measurements();

    private SenseCap() {}

    private static Map<Integer, Field> measurements() {
        Map<Integer, Field> all = new HashMap<>();
        all.put(4097, thousandths(Known.TEMPERATURE, 1));
        all.put(4098, thousandths(Known.HUMIDITY, 1));
        all.put(4099, thousandths(Known.LIGHT, 1));
        all.put(4101, thousandths(Known.PRESSURE, 0.01)); // Pa
        all.put(4102, thousandths(Outdoors.SOIL_TEMPERATURE, 1));
        all.put(4103, thousandths(Outdoors.SOIL_MOISTURE, 1));
        all.put(4104, thousandths(Outdoors.WIND_DIRECTION, 1));
        all.put(4105, thousandths(Outdoors.WIND_SPEED, 1));
        all.put(4106, thousandths(Outdoors.SOIL_PH, 1));
        all.put(4108, thousandths(Outdoors.SOIL_CONDUCTIVITY, 1_000)); // dS/m
        all.put(4110, thousandths(Outdoors.SOIL_MOISTURE, 1));
        all.put(4113, thousandths(Outdoors.RAIN_RATE, 1));
        all.put(4115, thousandths(Known.DISTANCE, 10)); // cm
        all.put(4127, thousandths(Outdoors.SUN, 1));
        all.put(4133, thousandths(Outdoors.SOIL_TENSION, 1));
        all.put(4136, thousandths(Outdoors.LEAF_TEMPERATURE, 1));
        all.put(4137, thousandths(Outdoors.LEAF_WETNESS, 1));
        return Map.copyOf(all);
    }

    private static Field thousandths(Fact fact, double factor) {
        return Field.of(fact, Raw.s32Little(0)).per(1_000 / factor);
    }

    /**
     * Reads a frame.
     *
     * @param frame on the right port
     * @return what it states
     */
    public static Facts read(Frame frame) {
        if (frame.length() < ITEM + CHECKSUM) {
            return Facts.refused(Refusal.TRUNCATED);
        }
        if (checksum(frame) != 0) {
            return Facts.refused(Refusal.MALFORMED);
        }
        if ((frame.length() - CHECKSUM) % ITEM != 0) {
            return Facts.refused(Refusal.UNKNOWN_MESSAGE);
        }
        Facts facts = Facts.none();
        for (int at = 0; at + ITEM + CHECKSUM <= frame.length(); at += ITEM) {
            item(frame, at, facts);
        }
        return facts;
    }

    private static void item(Frame frame, int at, Facts facts) {
        int number = frame.unsigned(at + 1) | frame.unsigned(at + 2) << 8;
        int value = at + 3;
        if (number > FIRST_MEASUREMENT) {
            Field measurement = MEASUREMENTS.get(number);
            if (measurement != null) {
                measurement.read(frame, value, facts);
            }
            return;
        }
        switch (number) {
            case 0x00 ->
                facts.say(Known.HARDWARE, version(frame, value + 2)).say(Known.SOFTWARE, version(frame, value));
            case 0x07 ->
                facts.say(Known.BATTERY_LEVEL, word(frame, value) / 100.0)
                        .say(Known.INTERVAL, word(frame, value + 2) * 60.0);
            case 0x120 -> facts.say(PROBE_REMOVED, 1);
            default -> {
                // serial numbers and versions of probes: nobody's business
            }
        }
    }

    private static double version(Frame frame, int at) {
        return frame.unsigned(at + 1) + frame.unsigned(at) / 10.0;
    }

    private static int word(Frame frame, int at) {
        return frame.unsigned(at) | frame.unsigned(at + 1) << 8;
    }

    /** CRC-16/KERMIT; over a message and its checksum it is zero. */
    private static int checksum(Frame frame) {
        int crc = 0;
        for (int at = 0; at < frame.length(); at++) {
            crc ^= frame.unsigned(at);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
            }
        }
        return crc;
    }
}
