package sluice.driver.smartbin.model;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Netvox;

/** Netvox' level sensors: ultrasonic from above (R718PE; R718X with thermometer and tilt), and a probe that measures depth (R718PA22). */
final class NetvoxLevel {
    private static final Fact NEAR = Fact.untold("nearer-than-threshold");
    private static final Fact FLUID = Fact.untold("fluid");

    static final Model R718PE = ultrasonic(0xb1)
            .report(1, near(), distance(), Field.of(BinFacts.FILL, Raw.u8(7)).per(100))
            .answer(0x82, least(), most(), setting8(6).per(10), setting16(7))
            .model("R718PE");

    static final Model R718X = ultrasonic(0x34)
            .report(
                    1,
                    near(),
                    distance(),
                    Field.of(Known.TEMPERATURE, Raw.s16(7)).per(10),
                    Field.of(BinFacts.FILL, Raw.u8(9)).per(100),
                    Field.of(BinFacts.TILT, Raw.u8(10)))
            .answer(
                    0x82,
                    least(),
                    most(),
                    setting8(6).per(10),
                    setting16(7),
                    setting16(9).per(10))
            .model("R718X");

    static final Model R718PA22 = Netvox.type(0x9b)
            .report(
                    1,
                    Field.of(BinFacts.DEPTH, Raw.u16(4)),
                    Field.of(Known.TEMPERATURE, Raw.s16(6)),
                    Field.of(Known.FAULT, Raw.u8(8)))
            .answer(0x82, least(), most(), setting8(6).per(10), setting16(7), setting8(9))
            .answer(0x83, accepted())
            .answer(0x84, Field.of(FLUID, Raw.u8(2)))
            .model("R718PA22");

    private NetvoxLevel() {}

    private static Netvox ultrasonic(int type) {
        return Netvox.type(type)
                .answer(0x83, accepted())
                .answer(0x84, setting16(2))
                .answer(0x85, accepted())
                .answer(0x86, setting16(2))
                .answer(0x8b, accepted())
                .answer(0x8c, setting16(2));
    }

    private static Field near() {
        return Field.of(NEAR, Raw.u8(4));
    }

    private static Field distance() {
        return Field.of(Known.DISTANCE, Raw.u16(5));
    }

    private static Field accepted() {
        return Field.of(Known.ACCEPTED, Raw.u8(2));
    }

    private static Field least() {
        return Field.of(Known.INTERVAL, Raw.u16(2));
    }

    private static Field most() {
        return Field.of(Known.INTERVAL_MOST, Raw.u16(4));
    }

    private static Field setting8(int at) {
        return Field.of(Known.SETTING, Raw.u8(at));
    }

    private static Field setting16(int at) {
        return Field.of(Known.SETTING, Raw.u16(at));
    }
}
