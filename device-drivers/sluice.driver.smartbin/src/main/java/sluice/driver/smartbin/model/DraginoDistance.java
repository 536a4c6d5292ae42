package sluice.driver.smartbin.model;

import sluice.driver.kit.Codec;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Dragino;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Dragino's distance sensors, most significant byte first (source: the maker's manuals and codecs; where they differ, the codecs).
 *
 * <pre>
 * LDDS20, 45, 75   0-1 battery   4 bytes: no probe, and what follows is no distance
 *                  2-3 distance in mm, 4 interrupt                                    5 and 8 bytes
 *                  5-6 thermometer, 7 whether the probe is there                      8 bytes (firmware 1.1.4)
 * LDDS04           0-1 battery, 2-9 four distances in mm, 10 kind of message          11 bytes
 * LLDS12           0-1 battery, 2-3 thermometer, 4-5 distance in mm, 6-7 signal,
 *                  8 interrupt, 9 temperature of the lidar, 10 kind of message        11 bytes;
 *                  a signal of 100 or less, or of 65,535, makes the distance worthless
 * LMDS200          0-1 battery, 2-3 nearest and 4-5 next distance, 6 alarms; the
 *                  maker names no unit                                                7 bytes
 * </pre>
 */
final class DraginoDistance {
    private static final Fact PROBE_THERE = Fact.untold("probe-there");
    private static final Fact SIGNAL = Fact.untold("signal");
    private static final Fact LIDAR_TEMPERATURE = Fact.untold("lidar-temperature");
    private static final Fact NEXT = Fact.untold("next-distance-steps");
    private static final Fact ALARMS = Fact.untold("distance-alarms");
    private static final Fact ALARM = Fact.untold("distance-alarm");
    private static final int UNSURE_SIGNAL = 100;
    private static final int NO_SIGNAL = 65_535;
    private static final int LEAST_DISTANCE_MM = 20;
    private static final int BATTERY_ONLY = 4;
    private static final int WITH_DISTANCE = 5;
    private static final int WITH_TEMPERATURE = 8;

    private static final Codec LIDAR = Dragino.measurement(
            Dragino.thermometer(2),
            Field.of(SIGNAL, Raw.u16(6)),
            Field.of(Known.TRIGGER, Raw.u8(8)),
            Field.of(LIDAR_TEMPERATURE, Raw.s8(9)));

    private static final Codec FOUR_PROBES = Dragino.measurement(
            Field.of(Known.TRIGGER, Raw.u8(0).bits(7, 1)),
            Field.of(Known.DISTANCE, Raw.u16(2)).unless(0),
            Field.of(Known.DISTANCE, Raw.u16(4)).unless(0),
            Field.of(Known.DISTANCE, Raw.u16(6)).unless(0),
            Field.of(Known.DISTANCE, Raw.u16(8)).unless(0));

    private static final Codec RADAR = Dragino.estimating(Layout.of(
            7,
            Dragino.volts(),
            Field.of(BinFacts.STEPS, Raw.u16(2)).unless(0),
            Field.of(NEXT, Raw.u16(4)),
            Field.of(Known.TRIGGER, Raw.u8(6).bits(0, 1)),
            Field.of(ALARM, Raw.u8(6).bits(1, 1)),
            Field.of(ALARMS, Raw.u8(6).bits(2, 0x3f))));

    private static final Codec ULTRASONIC = Dragino.estimating(DraginoDistance::ldds);

    private DraginoDistance() {}

    static Facts ultrasonic(Frame frame) {
        return ULTRASONIC.read(frame);
    }

    static Facts fourProbes(Frame frame) {
        return FOUR_PROBES.read(frame);
    }

    static Facts lidar(Frame frame) {
        Facts facts = LIDAR.read(frame);
        Double signal = facts.value(SIGNAL);
        if (signal != null && signal > UNSURE_SIGNAL && signal < NO_SIGNAL) {
            Field.of(Known.DISTANCE, Raw.u16(4)).unless(0).read(frame, 0, facts);
        }
        return facts;
    }

    static Facts radar(Frame frame) {
        return RADAR.read(frame);
    }

    private static Facts ldds(Frame frame) {
        int length = frame.length();
        if (length > WITH_TEMPERATURE) {
            return Facts.refused(Refusal.UNKNOWN_MESSAGE);
        }
        if (length != BATTERY_ONLY && length != WITH_DISTANCE && length != WITH_TEMPERATURE) {
            return Facts.refused(Refusal.TRUNCATED);
        }
        Facts facts = Facts.none();
        Dragino.volts().read(frame, 0, facts);
        if (length >= WITH_DISTANCE) {
            distance(frame, facts);
        }
        return facts;
    }

    private static void distance(Frame frame, Facts facts) {
        boolean hasProbe = frame.length() == WITH_DISTANCE || frame.unsigned(7) != 0;
        int millimetres = Dragino.word(frame, 2);
        if (hasProbe && millimetres >= LEAST_DISTANCE_MM) {
            facts.say(Known.DISTANCE, millimetres);
        }
        facts.say(Known.TRIGGER, frame.unsigned(4));
        if (frame.length() == WITH_TEMPERATURE) {
            Dragino.thermometer(5).read(frame, 0, facts);
            facts.say(PROBE_THERE, frame.unsigned(7));
        }
    }
}
