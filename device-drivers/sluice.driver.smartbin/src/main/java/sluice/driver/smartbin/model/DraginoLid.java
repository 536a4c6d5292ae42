package sluice.driver.smartbin.model;

import sluice.driver.kit.Codec;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Dragino;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Dragino's door sensor LDS03A and contact counter CPL01 on a lid (source: the maker's codecs).
 *
 * <pre>
 * port 2   0 flags, 1-3 openings, 4-6 seconds that it was open, 7-10 time since 1970     11 bytes
 * port 3   the same, of the past, several times: read past, since it tells when somebody came
 * port 4   settings
 * port 5   0 model, 1-2 firmware, 3-4 radio band, 5-6 battery in mV                     7 bytes
 * </pre>
 */
final class DraginoLid {
    private static final int EVENT = 11;
    private static final int STATUS = 7;

    private DraginoLid() {}

    static Model model(String name, int number, boolean hasTriggerMode) {
        return Model.named(name)
                .on(2, event())
                .on(3, DraginoLid::past)
                .on(4, settings(hasTriggerMode))
                .on(5, status(number));
    }

    private static Codec event() {
        return Layout.of(
                EVENT,
                Field.of(BinFacts.LID_OPEN, Raw.u8(0).bits(0, 1)),
                Field.of(BinFacts.LID_ALARM, Raw.u8(0).bits(1, 1)),
                Field.of(BinFacts.LID_OPENINGS, Raw.u24(1)),
                Field.of(BinFacts.LID_OPEN_SECONDS, Raw.u24(4)),
                Field.of(Known.CLOCK, Raw.u32(7)));
    }

    private static Facts past(Frame frame) {
        boolean isWhole = frame.length() > 0 && frame.length() % EVENT == 0;
        return isWhole ? Facts.none() : Facts.refused(Refusal.TRUNCATED);
    }

    private static Codec settings(boolean hasTriggerMode) {
        Field[] fields = {
            Field.of(Known.INTERVAL, Raw.u24(0)),
            Field.of(Known.SETTING, Raw.u8(3).bits(0, 1)),
            Field.of(Known.SETTING, Raw.u8(4).bits(0, 1)),
            Field.of(Known.SETTING, Raw.u16(5))
        };
        if (!hasTriggerMode) {
            return Layout.of(7, fields);
        }
        return Layout.of(
                8,
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                Field.of(Known.SETTING, Raw.u8(7).bits(0, 1)));
    }

    private static Codec status(int number) {
        Codec battery = Dragino.estimating(
                Layout.of(STATUS, Field.of(Dragino.VOLTS, Raw.u16(5)).per(1_000)));
        return frame -> frame.length() > 0 && frame.unsigned(0) != number
                ? Facts.refused(Refusal.UNKNOWN_MESSAGE)
                : battery.read(frame);
    }
}
