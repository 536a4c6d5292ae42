package sluice.driver.smartbin.model;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Teneo;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Teneo IoT's filling degree sensor (source: the maker's codec, which names no unit for the distance).
 *
 * <pre>
 * port 1   0 battery, 1-2 distance                                  3 bytes
 *          0 battery, 1-2 distance, 3 state                         4 bytes
 *          either, and then 2 bytes temperature, 2 bytes humidity   7 and 8 bytes
 * port 2   0 battery, 1 state
 * port 3   0 battery: it is being charged
 * </pre>
 *
 * State 0 is well, 4 means that nothing is in range, anything else is a fault.
 */
final class TeneoFilling {
    private static final Fact REPORTED = Fact.untold("reported-distance"); // whatever the state says
    private static final int NOTHING_IN_RANGE = 4;

    static final Model MODEL = Model.named("FILLING-DEGREE")
            .on(1, TeneoFilling::distance)
            .on(2, TeneoFilling::state)
            .on(3, Teneo.charging());

    private TeneoFilling() {}

    private static Facts distance(Frame frame) {
        int length = frame.length();
        if (length > 8) {
            return Facts.refused(Refusal.UNKNOWN_MESSAGE);
        }
        if (length != 3 && length != 4 && length < 7) {
            return Facts.refused(Refusal.TRUNCATED);
        }
        int state = length % 4 == 0 ? frame.unsigned(3) : 0;
        Facts facts = begun(frame, state);
        int reported = frame.unsigned(1) << 8 | frame.unsigned(2);
        facts.say(REPORTED, reported);
        if (state == 0) {
            facts.say(BinFacts.STEPS, reported);
        }
        if (length >= 7) {
            air(frame, length - 4, facts);
        }
        return facts;
    }

    private static void air(Frame frame, int at, Facts facts) {
        Field.of(Known.TEMPERATURE, Raw.s16(at)).per(100).read(frame, 0, facts);
        Field.of(Known.HUMIDITY, Raw.u16(at + 2)).per(100).read(frame, 0, facts);
    }

    private static Facts state(Frame frame) {
        if (frame.length() != 2) {
            return Facts.refused(frame.length() < 2 ? Refusal.TRUNCATED : Refusal.UNKNOWN_MESSAGE);
        }
        return begun(frame, frame.unsigned(1));
    }

    private static Facts begun(Frame frame, int state) {
        Facts facts = Facts.none();
        Teneo.volts().read(frame, 0, facts);
        return facts.say(Known.FAULT, state == NOTHING_IN_RANGE ? 0 : state);
    }
}
