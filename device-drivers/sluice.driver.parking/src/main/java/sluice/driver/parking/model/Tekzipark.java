package sluice.driver.parking.model;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Tekzitel's Tekzipark (source: the maker's codec).
 *
 * <pre>
 * 0   bit 7 occupied, 5 battery is good, 4 obstruction, 3 radar, 2 no tag, 1 reset, 0 keep-alive
 * 1   temperature        2   the maker's number of the bay
 * port 1   3 strength of the tags' signal, then 2 bytes for each tag     3 bytes, or 4 and an even number
 * port 2   3-8 magnetic field, 9 fault, 10 obstruction, 11 reflection     12 bytes
 * </pre>
 */
final class Tekzipark {
    private static final Fact KEEP_ALIVE = Fact.untold("keep-alive");
    private static final Fact NO_TAG = Fact.untold("no-tag");
    private static final Fact RADAR = Fact.untold("radar");
    private static final Fact NUMBER = Fact.untold("bay-number");
    private static final Fact STRENGTH = Fact.untold("tag-strength");
    private static final Fact FIELD = Fact.untold("magnetic-field");
    private static final int HEAD = 3;
    private static final int FIRST_TAG = 4;

    private static final Field[] STATUS = {
        flag(BayFacts.OCCUPIED, 7),
        Field.of(Known.BATTERY_LOW, (frame, base) -> 1 - (frame.unsigned(0) >> 5 & 1)),
        flag(BayFacts.OBSTRUCTED, 4),
        flag(RADAR, 3),
        flag(NO_TAG, 2),
        Field.of(Known.RESET, Raw.u8(0).bits(1, 1)),
        flag(KEEP_ALIVE, 0),
        Field.of(Known.TEMPERATURE, Raw.s8(1)),
        Field.of(NUMBER, Raw.u8(2))
    };

    static final Model MODEL = Model.named("TEKZIPARK").on(1, Tekzipark::status).on(2, Tekzipark::debug);

    private Tekzipark() {}

    private static Field flag(Fact fact, int bit) {
        return Field.of(fact, Raw.u8(0).bits(bit, 1));
    }

    private static Facts status(Frame frame) {
        boolean isWhole = frame.length() == HEAD || frame.length() >= FIRST_TAG && frame.length() % 2 == 0;
        if (!isWhole) {
            return Facts.refused(Refusal.TRUNCATED);
        }
        Facts facts = read(frame);
        if (frame.length() > HEAD) {
            facts.say(STRENGTH, (byte) frame.unsigned(HEAD));
        }
        for (int at = FIRST_TAG; at < frame.length(); at += 2) {
            facts.say(BayFacts.TAG, frame.unsigned(at) << 8 | frame.unsigned(at + 1));
        }
        return facts;
    }

    private static Facts debug(Frame frame) {
        Layout field = Layout.of(
                12,
                Field.of(FIELD, Raw.s8(3)),
                Field.of(FIELD, Raw.s8(4)),
                Field.of(FIELD, Raw.s8(5)),
                Field.of(Known.FAULT, Raw.u8(9)));
        Facts facts = field.read(frame);
        if (facts.refusal().isEmpty()) {
            for (Field status : STATUS) {
                status.read(frame, 0, facts);
            }
        }
        return facts;
    }

    private static Facts read(Frame frame) {
        Facts facts = Facts.none();
        for (Field status : STATUS) {
            status.read(frame, 0, facts);
        }
        return facts;
    }
}
