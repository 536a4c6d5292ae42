package sluice.driver.kit.maker;

import java.util.Arrays;
import sluice.driver.kit.Codec;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Dragino's sensors begin with the voltage of a lithium cell, often followed by an optional DS18B20 thermometer (source: the maker's manuals
 * and its codecs in The Things Network's device repository).
 */
public final class Dragino {
    /** Volts; a sensor of this maker does not run outside of its bounds. */
    public static final Fact VOLTS = Fact.health("battery-voltage", 1.5, 4.5);

    private static final int KIND = 10;
    private static final int MEASUREMENT = 1;
    private static final double EMPTY_VOLTS = 2.1;
    private static final double NEW_VOLTS = 3.6;

    private Dragino() {}

    /**
     * The first two bytes; the upper two bits are not part of the voltage.
     *
     * @return the field
     */
    public static Field volts() {
        return Field.of(VOLTS, Raw.u16(0).bits(0, 0x3fff)).per(1_000);
    }

    /**
     * The optional thermometer. Without one the frame says exactly zero, which is why a true 0.0 degrees is not told either.
     *
     * @param at where it stands
     * @return the field
     */
    public static Field thermometer(int at) {
        return Field.of(Known.PROBE_TEMPERATURE, Raw.s16(at)).per(10);
    }

    /**
     * Adds an estimate of the battery's level: a lithium thionyl chloride cell holds its voltage for most of its life and then falls.
     *
     * @param codec states {@link #VOLTS}
     * @return a codec that states {@link Known#BATTERY_LEVEL} too
     */
    public static Codec estimating(Codec codec) {
        return frame -> withEstimate(codec.read(frame));
    }

    /**
     * Of eleven bytes, of which the last says what kind of message it is: a measurement, or one of the maker's others.
     *
     * @param fields of a measurement; {@link #volts()}, and the kind, are added
     * @return the codec
     */
    public static Codec measurement(Field... fields) {
        Field[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = volts();
        all[fields.length + 1] = Field.of(Known.MESSAGE_TYPE, Raw.u8(KIND));
        Codec layout = estimating(Layout.of(KIND + 1, all));
        return frame -> frame.length() > KIND && frame.unsigned(KIND) != MEASUREMENT
                ? Facts.refused(Refusal.UNKNOWN_MESSAGE)
                : layout.read(frame);
    }

    private static Facts withEstimate(Facts facts) {
        Double volts = facts.value(VOLTS);
        return volts == null ? facts : facts.say(Known.BATTERY_LEVEL, level(volts));
    }

    private static double level(double volts) {
        return Math.max(0, Math.min(1, (volts - EMPTY_VOLTS) / (NEW_VOLTS - EMPTY_VOLTS)));
    }

    /**
     * Two bytes of a frame.
     *
     * @param frame long enough
     * @param at the first
     * @return 0 to 65,535
     */
    public static int word(Frame frame, int at) {
        return frame.unsigned(at) << 8 | frame.unsigned(at + 1);
    }
}
