package sluice.driver.kit.maker;

import sluice.driver.kit.Codec;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.spi.Refusal;

/** Teneo IoT's sensors begin with the voltage (source: the maker's codecs in The Things Network's device repository). */
public final class Teneo {
    private Teneo() {}

    /**
     * The first byte: tenths of a volt above two.
     *
     * @return the field
     */
    public static Field volts() {
        return Field.of(Known.BATTERY_VOLTS, Raw.u8(0).plus(20)).per(10);
    }

    /**
     * The message that the sensor is being charged.
     *
     * @return what is read on port 3
     */
    public static Codec charging() {
        return frame -> {
            if (frame.length() == 0) {
                return Facts.refused(Refusal.TRUNCATED);
            }
            Facts facts = Facts.none();
            volts().read(frame, 0, facts);
            return facts.say(Known.CHARGING, 1);
        };
    }
}
