package sluice.driver.kit.maker;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Known;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Items;
import sluice.driver.kit.frame.Raw;

/**
 * Elsys' items: a type byte and a value, most significant byte first; all its models use one table (source: the maker's payload format and its
 * codec in The Things Network's device repository). A thermal image, a position and what tells of people are passed over.
 */
public final class Elsys {
    /** The external thermometer. */
    public static final Fact OUTSIDE_TEMPERATURE = Fact.measured("external-temperature", -60, 130);

    /** Pulses since the device began to count. */
    public static final Fact PULSES = Fact.measured("pulses", 0, 4_294_967_295.0);

    /** Millivolts at the first analogue input; what they mean is the probe's. */
    public static final Fact ANALOGUE = Fact.untold("analogue-millivolts");

    private static final Fact CO2 = Fact.untold("co2");
    private static final Fact VOC = Fact.untold("voc");
    private static final Fact INPUT = Fact.untold("digital-input");
    private static final Fact LEAK = Fact.untold("water-leak");

    private Elsys() {}

    /**
     * The maker's whole table.
     *
     * @return items
     */
    public static Items items() {
        Field pulses = Field.of(PULSES, Raw.u32(0));
        return inside().item(0x08, 2, Field.of(ANALOGUE, Raw.u16(0)))
                .item(0x09, 6)
                .item(0x0a, 2)
                .item(0x0b, 4, pulses)
                .item(0x0c, 2, Field.of(OUTSIDE_TEMPERATURE, Raw.s16(0)).per(10))
                .item(0x0d, 1, Field.of(INPUT, Raw.u8(0)))
                .item(0x0e, 2, Field.of(Known.DISTANCE, Raw.u16(0)))
                .item(0x12, 1, Field.of(LEAK, Raw.u8(0)))
                .item(0x14, 4, Field.of(Known.PRESSURE, Raw.s32(0)).per(1_000))
                .item(0x16, 2)
                .item(0x17, 4, pulses)
                .item(0x18, 2, Field.of(ANALOGUE, Raw.u16(0)))
                .item(0x19, 2, Field.of(OUTSIDE_TEMPERATURE, Raw.s16(0)).per(10))
                .item(0x1a, 1, Field.of(INPUT, Raw.u8(0)))
                .item(0x1b, 4);
    }

    private static Items inside() {
        Fact acceleration = Known.ACCELERATION;
        return Items.typedBy(1)
                .item(0x01, 2, Field.of(Known.TEMPERATURE, Raw.s16(0)).per(10))
                .item(0x02, 1, Field.of(Known.HUMIDITY, Raw.u8(0)))
                .item(
                        0x03,
                        3,
                        Field.of(acceleration, Raw.s8(0)),
                        Field.of(acceleration, Raw.s8(1)),
                        Field.of(acceleration, Raw.s8(2)))
                .item(0x04, 2, Field.of(Known.LIGHT, Raw.u16(0)))
                .item(0x05, 1)
                .item(0x06, 2, Field.of(CO2, Raw.u16(0)))
                .item(0x07, 2, Field.of(Known.BATTERY_VOLTS, Raw.u16(0)).per(1_000))
                .item(0x0f, 1, Field.of(Known.MOTION, Raw.u8(0)))
                .item(0x10, 4)
                .item(0x11, 1)
                .item(0x13, 65)
                .item(0x15, 2)
                .item(0x1c, 2, Field.of(VOC, Raw.u16(0)))
                .item(0x3d, 4);
    }
}
