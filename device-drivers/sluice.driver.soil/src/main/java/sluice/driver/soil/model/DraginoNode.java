package sluice.driver.soil.model;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Dragino;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Dragino's general node LSN50-V2 in the two of its modes that thermometers and hygrometers use (source: the maker's codec).
 *
 * <pre>
 * 0-1 battery, 2-3 first thermometer, 4-5 analogue input, 6 flags and mode, 7-8 and 9-10:
 *   mode 0   temperature and humidity, or light and 0
 *   mode 3   second and third thermometer
 * </pre>
 */
final class DraginoNode {
    private static final Fact ANALOGUE = Fact.untold("analogue-volts");
    private static final Fact INPUT = Fact.untold("digital-input");
    private static final Fact DOOR = Fact.untold("door-closed");
    private static final Fact MODE = Fact.untold("mode");
    private static final int LENGTH = 11;
    private static final int FLAGS = 6;
    private static final int WITH_HYGROMETER = 0;
    private static final int WITH_THERMOMETERS = 3;
    private static final int NONE = 0x7fff;

    private static final Field[] ALWAYS = {
        Field.of(Dragino.VOLTS, Raw.u16(0)).per(1_000),
        thermometer(2),
        Field.of(ANALOGUE, Raw.u16(4)).per(1_000),
        Field.of(Known.TRIGGER, Raw.u8(FLAGS).bits(0, 1)),
        Field.of(INPUT, Raw.u8(FLAGS).bits(1, 1)),
        Field.of(MODE, Raw.u8(FLAGS).bits(2, 0x1f)),
        Field.of(DOOR, Raw.u8(FLAGS).bits(7, 1))
    };

    private DraginoNode() {}

    private static Field thermometer(int at) {
        return Dragino.thermometer(at).unless(NONE);
    }

    static Facts read(Frame frame) {
        return Dragino.estimating(DraginoNode::node).read(frame);
    }

    private static Facts node(Frame frame) {
        if (frame.length() < LENGTH) {
            return Facts.refused(Refusal.TRUNCATED);
        }
        int mode = frame.unsigned(FLAGS) >> 2 & 0x1f;
        if (frame.length() > LENGTH || mode != WITH_HYGROMETER && mode != WITH_THERMOMETERS) {
            return Facts.refused(Refusal.UNKNOWN_MESSAGE);
        }
        Facts facts = Facts.none();
        for (Field field : ALWAYS) {
            field.read(frame, 0, facts);
        }
        if (mode == WITH_THERMOMETERS) {
            thermometer(7).read(frame, 0, facts);
            thermometer(9).read(frame, 0, facts);
        } else {
            air(frame, facts);
        }
        return facts;
    }

    private static void air(Frame frame, Facts facts) {
        int humidity = Dragino.word(frame, 9);
        if (humidity == 0) {
            facts.say(Known.LIGHT, Dragino.word(frame, 7));
            return;
        }
        int temperature = Dragino.word(frame, 7);
        if (temperature != NONE && temperature != 0xffff) {
            facts.say(Known.TEMPERATURE, (short) temperature / 10.0);
        }
        if (humidity != 0xffff) {
            facts.say(Known.HUMIDITY, humidity / 10.0);
        }
    }
}
