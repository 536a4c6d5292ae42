package sluice.driver.soil.model;

import java.util.List;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.Outdoors;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Decentlab's messages: version 2, a number of the device (2 bytes), flags (2 bytes), and for each flag a block of words; the last block is the
 * battery (source: the maker's decoders).
 */
final class Decentlab {
    private record Block(int words, List<Field> fields) {}

    private static final int VERSION = 2;
    private static final int HEAD = 5;
    private static final int ZERO = -32_768;

    private static final Fact GUST = Fact.untold("wind-gust"); // m/s
    private static final Fact VAPOUR = Fact.untold("vapour-pressure"); // kPa

    private static final Block BATTERY =
            new Block(1, List.of(Field.of(Known.BATTERY_VOLTS, Raw.u16(0)).per(1_000)));

    private static final List<Block> TRS12 = List.of(
            new Block(
                    3,
                    List.of(
                            Field.of(Outdoors.SOIL_MOISTURE, Decentlab::millionths)
                                    .per(10_000),
                            Field.of(Outdoors.SOIL_TEMPERATURE, Raw.u16(2).plus(ZERO))
                                    .per(10),
                            Field.of(Outdoors.SOIL_CONDUCTIVITY, Raw.u16(4)))),
            BATTERY);

    private static final List<Block> ATM41 = List.of(
            new Block(
                    17,
                    List.of(
                            Field.of(Outdoors.SUN, word(0)),
                            Field.of(Outdoors.RAIN, word(1)).per(1_000),
                            Field.of(Outdoors.WIND_SPEED, word(4)).per(100),
                            Field.of(Outdoors.WIND_DIRECTION, word(5)).per(10),
                            Field.of(GUST, word(6)).per(100),
                            Field.of(Known.TEMPERATURE, word(7)).per(10),
                            Field.of(VAPOUR, word(8)).per(100),
                            Field.of(Known.PRESSURE, word(9)).per(10),
                            Field.of(Known.HUMIDITY, word(10)).per(10))),
            BATTERY);

    private Decentlab() {}

    private static Raw word(int number) {
        return Raw.u16(2 * number).plus(ZERO);
    }

    /** Water content by the maker's calibration for mineral soil, in millionths of the volume. */
    private static long millionths(Frame frame, int base) {
        return Math.round((Raw.u16(0).of(frame, base) / 10.0 * 0.0003879 - 0.6956) * 1e6);
    }

    static Facts soil(Frame frame) {
        return read(frame, TRS12);
    }

    static Facts weather(Frame frame) {
        return read(frame, ATM41);
    }

    private static Facts read(Frame frame, List<Block> blocks) {
        if (frame.length() < HEAD) {
            return Facts.refused(Refusal.TRUNCATED);
        }
        int flags = (int) Raw.u16(3).of(frame, 0);
        if (frame.unsigned(0) != VERSION || flags >> blocks.size() != 0) {
            return Facts.refused(Refusal.UNKNOWN_MESSAGE);
        }
        Facts facts = Facts.none();
        int at = HEAD;
        for (int i = 0; i < blocks.size(); i++) {
            if ((flags >> i & 1) == 1) {
                Block block = blocks.get(i);
                if (at + 2 * block.words() > frame.length()) {
                    return Facts.refused(Refusal.TRUNCATED);
                }
                for (Field field : block.fields()) {
                    field.read(frame, at, facts);
                }
                at += 2 * block.words();
            }
        }
        return at == frame.length() ? facts : Facts.refused(Refusal.UNKNOWN_MESSAGE);
    }
}
