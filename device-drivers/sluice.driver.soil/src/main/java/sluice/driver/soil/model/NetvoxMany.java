package sluice.driver.soil.model;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.Outdoors;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Netvox;

/**
 * Netvox' R72615A and its relatives, to which many probes can be attached; all ones stand for a probe that is not there. What tells of soil and
 * weather is told, what tells of dust, gases and water is read past.
 */
final class NetvoxMany {
    private static final Fact DUST = Fact.untold("dust");
    private static final Fact GAS = Fact.untold("gas");
    private static final Fact WATER = Fact.untold("water");
    private static final Fact NOISE = Fact.untold("noise");
    private static final int FIRST = 4;
    private static final int SECOND = 6;
    private static final int THIRD = 8;

    static final Model R72615A = gases(Netvox.type(0x09))
            .report(1, word(DUST, FIRST), word(DUST, SECOND), word(DUST, THIRD))
            .report(2, word(DUST, FIRST), word(DUST, SECOND), word(DUST, THIRD))
            .report(3, word(DUST, FIRST), word(DUST, SECOND), word(DUST, THIRD))
            .report(4, word(DUST, FIRST), word(DUST, SECOND), word(DUST, THIRD))
            .report(
                    8,
                    word(Outdoors.SOIL_PH, FIRST).per(100),
                    signed(WATER, SECOND).per(100),
                    signed(WATER, THIRD))
            .report(
                    9,
                    word(WATER, FIRST).per(10),
                    signed(WATER, SECOND).per(100),
                    word(Outdoors.SOIL_MOISTURE, THIRD).per(100))
            .report(
                    10,
                    word(Outdoors.SOIL_MOISTURE, FIRST).per(100),
                    signed(Outdoors.SOIL_TEMPERATURE, SECOND).per(100),
                    word(WATER, THIRD),
                    Field.of(Outdoors.SOIL_CONDUCTIVITY, Raw.u8(10))
                            .unless(0xff)
                            .per(0.01))
            .report(
                    11,
                    signed(WATER, FIRST).per(100),
                    word(WATER, SECOND).per(100),
                    word(WATER, THIRD).per(10))
            .report(
                    12,
                    signed(Known.TEMPERATURE, FIRST).per(100),
                    word(Known.HUMIDITY, SECOND).per(100),
                    word(Outdoors.WIND_SPEED, THIRD).per(100))
            .report(
                    13,
                    word(Outdoors.WIND_DIRECTION, FIRST),
                    Field.of(Known.PRESSURE, Raw.u32(SECOND))
                            .unless(0xffff_ffffL)
                            .per(100))
            .report(14, word(GAS, FIRST).per(10))
            .answer(0x82, Field.of(Known.INTERVAL, Raw.u16(2)), Field.of(Known.INTERVAL_MOST, Raw.u16(4)))
            .model("R72615A");

    private NetvoxMany() {}

    private static Netvox gases(Netvox messages) {
        return messages.report(5, gas(FIRST), gas(SECOND), gas(THIRD))
                .report(6, gas(FIRST), gas(SECOND), gas(THIRD))
                .report(7, gas(FIRST), gas(SECOND), word(NOISE, THIRD).per(10));
    }

    private static Field gas(int at) {
        return word(GAS, at).per(10);
    }

    private static Field word(Fact fact, int at) {
        return Field.of(fact, Raw.u16(at)).unless(0xffff);
    }

    private static Field signed(Fact fact, int at) {
        return Field.of(fact, Raw.s16(at)).unless(-1);
    }
}
