package sluice.driver.soil.model;

import sluice.driver.kit.Codec;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Known;
import sluice.driver.kit.Outdoors;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Dragino;

/**
 * Dragino's probes: eleven bytes, battery, optional thermometer, then what the probe feels (source: the maker's manuals and codecs). Temperatures
 * below zero are read as two's complement; the maker's codecs are a hundredth or a tenth of a degree higher there.
 */
final class DraginoSoil {
    private static final Fact HARDWARE_FLAG = Fact.untold("hardware-flag");
    private static final Fact SENSOR_FLAG = Fact.untold("sensor-flag");
    private static final Field INTERRUPT = Field.of(Known.TRIGGER, Raw.u8(8));
    private static final Field INTERRUPT_BITS =
            Field.of(Known.TRIGGER, Raw.u8(10).bits(0, 0xf));

    static final Codec MOISTURE = Dragino.estimating(Layout.of(
            11,
            Dragino.volts(),
            Dragino.thermometer(2),
            Field.of(Outdoors.SOIL_MOISTURE, Raw.u16(4)).per(100),
            Field.of(Outdoors.SOIL_TEMPERATURE, Raw.s16(6)).per(100),
            Field.of(Outdoors.SOIL_CONDUCTIVITY, Raw.u16(8)),
            Field.of(SENSOR_FLAG, Raw.u8(10).bits(4, 0xf)),
            Field.of(HARDWARE_FLAG, Raw.u8(10).bits(2, 1)),
            INTERRUPT_BITS));

    static final Codec NUTRIENTS = Dragino.estimating(Layout.of(
            11,
            Dragino.volts(),
            Dragino.thermometer(2),
            Field.of(SoilFacts.NITROGEN, Raw.u16(4)),
            Field.of(SoilFacts.PHOSPHORUS, Raw.u16(6)),
            Field.of(SoilFacts.POTASSIUM, Raw.u16(8)),
            Field.of(Known.MESSAGE_TYPE, Raw.u8(10).bits(4, 0xf)),
            INTERRUPT_BITS));

    static final Codec ACIDITY = Dragino.measurement(
            Dragino.thermometer(2),
            Field.of(Outdoors.SOIL_PH, Raw.u16(4)).per(100),
            Field.of(Outdoors.SOIL_TEMPERATURE, Raw.s16(6)).per(10),
            INTERRUPT);

    static final Codec LEAF = Dragino.measurement(
            Dragino.thermometer(2),
            Field.of(Outdoors.LEAF_WETNESS, Raw.u16(4)).per(10),
            Field.of(Outdoors.LEAF_TEMPERATURE, Raw.s16(6)).per(10),
            INTERRUPT);

    private DraginoSoil() {}
}
