package sluice.driver.smartbin;

import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * The payload of Dragino's LDDS75, most significant byte first.
 *
 * <pre>
 * byte   0-1  battery in mV, the upper two bits are not part of it       all lengths
 *        2-3  distance in mm; 0 without a probe, below 20 not a reading  5 and 8 bytes
 *        4    whether the interrupt pin caused the frame                 5 and 8 bytes
 *        5-6  DS18B20 temperature in tenths of a degree, signed          8 bytes (firmware 1.1.4)
 *        7    whether the ultrasonic probe is there                      8 bytes
 * </pre>
 *
 * A frame of 4 bytes comes from a sensor without a probe: its last two bytes are not a distance (source: the maker's codec in The Things
 * Network's device repository and its examples, which differ here from the maker's manual).
 */
final class Dragino {
    private static final int BATTERY_ONLY = 4;
    private static final int WITH_DISTANCE = 5;
    private static final int WITH_TEMPERATURE = 8;
    private static final int LEAST_DISTANCE_MM = 20;
    private static final double EMPTY_VOLTS = 2.1;
    private static final double NEW_VOLTS = 3.6;
    private static final double LEAST_VOLTS = 1.5;
    private static final double MOST_VOLTS = 4.5;

    private Dragino() {}

    static Measurement ldds75(Frame frame) {
        int length = frame.length();
        if (length > WITH_TEMPERATURE) {
            return new Measurement.Unread(Refusal.UNKNOWN_MESSAGE);
        }
        if (length != BATTERY_ONLY && length != WITH_DISTANCE && length != WITH_TEMPERATURE) {
            return new Measurement.Unread(Refusal.TRUNCATED);
        }
        double volts = (word(frame, 0) & 0x3fff) / 1000.0;
        if (volts < LEAST_VOLTS || volts > MOST_VOLTS) {
            return new Measurement.Unread(Refusal.IMPLAUSIBLE);
        }
        return new Measurement.Values(distance(frame), temperature(frame), volts, batteryLevel(volts), null);
    }

    private static @Nullable Integer distance(Frame frame) {
        boolean hasProbe =
                frame.length() == WITH_DISTANCE || frame.length() == WITH_TEMPERATURE && frame.unsigned(7) != 0;
        int millimetres = word(frame, 2);
        return hasProbe && millimetres >= LEAST_DISTANCE_MM ? millimetres : null;
    }

    /** The thermometer is an extra. Without one the frame says exactly zero, which is why a true 0.0 degrees is not told either. */
    private static @Nullable Double temperature(Frame frame) {
        if (frame.length() < WITH_TEMPERATURE) {
            return null;
        }
        double celsius = (short) word(frame, 5) / 10.0;
        return celsius == 0 || celsius < -55 || celsius > 125 ? null : celsius;
    }

    /** An estimate: a lithium thionyl chloride cell holds its voltage for most of its life and then falls. */
    private static double batteryLevel(double volts) {
        return Math.max(0, Math.min(1, (volts - EMPTY_VOLTS) / (NEW_VOLTS - EMPTY_VOLTS)));
    }

    private static int word(Frame frame, int index) {
        return frame.unsigned(index) << 8 | frame.unsigned(index + 1);
    }
}
