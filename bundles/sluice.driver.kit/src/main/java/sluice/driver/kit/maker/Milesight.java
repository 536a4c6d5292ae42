package sluice.driver.kit.maker;

import sluice.driver.kit.Known;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Items;
import sluice.driver.kit.frame.Raw;

/**
 * Milesight's items: a channel byte, a type byte, and a value with its least significant byte first (source: the payload definitions in the
 * maker's repository of decoders).
 */
public final class Milesight {
    /** The port that the maker sets. */
    public static final int PORT = 85;

    private Milesight() {}

    /**
     * What every model sends: its battery, and versions, serial number, class and power when it joins, of which nothing is told.
     *
     * @return items, to which a model adds its own
     */
    public static Items items() {
        return Items.typedBy(2)
                .item(0x0175, 1, Field.of(Known.BATTERY_LEVEL, Raw.u8(0)).per(100))
                .item(0xff01, 1)
                .item(0xff09, 2)
                .item(0xff0a, 2)
                .item(0xff0b, 1)
                .item(0xff0f, 1)
                .item(0xff16, 8)
                .item(0xfffe, 1)
                .item(0xffff, 2);
    }

    /**
     * A temperature in tenths of a degree.
     *
     * @return the field
     */
    public static Field temperature() {
        return Field.of(Known.TEMPERATURE, Raw.s16Little(0)).per(10);
    }

    /**
     * A distance in millimetres.
     *
     * @return the field
     */
    public static Field distance() {
        return Field.of(Known.DISTANCE, Raw.u16Little(0));
    }
}
