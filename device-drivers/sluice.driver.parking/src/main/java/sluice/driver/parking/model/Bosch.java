package sluice.driver.parking.model;

import sluice.driver.kit.Codec;
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
 * Bosch's parking lot sensor TPS110, in two firmwares that differ in their debug messages (source: the maker's communication interface and its
 * codecs in The Things Network's device repository).
 *
 * <pre>
 * port 1   0 bit 0 occupied
 * port 2   the same, and 1 temperature                                                       1 or 2 bytes
 * port 3   0.29.2: three debug codes of 4 bytes; 0.39.2: a debug message, 2 bytes unused
 *          12-14 firmware, 15 cause of the reset, 16 bit 0 occupied                          17 bytes
 * port 5   0.39.2: 0 kind, 1-4 changes of status (0) or seconds occupied (1)
 * port 6   debug: 0-3 time since start, 4-7 the code in twelve bits, 8-9 its number           10 bytes
 * </pre>
 */
final class Bosch {
    private static final Fact UPTIME = Fact.untold("time-since-start");
    private static final Fact SEQUENCE = Fact.untold("debug-number");
    private static final Fact CHANGES = Fact.untold("status-changes");
    private static final Fact OCCUPIED_SECONDS = Fact.untold("occupied-seconds");
    private static final int DEBUG_CODES = 3;

    private static final Field OCCUPIED = Field.of(BayFacts.OCCUPIED, Raw.u8(0).bits(0, 1));

    private static final Field[] START = {
        Field.of(BayFacts.FIRMWARE, Raw.u8(12)),
        Field.of(BayFacts.FIRMWARE, Raw.u8(13)),
        Field.of(BayFacts.FIRMWARE, Raw.u8(14)),
        Field.of(Known.RESET, Raw.u8(15)),
        Field.of(BayFacts.OCCUPIED, Raw.u8(16).bits(0, 1))
    };

    private static final Layout LITTLE_DEBUG = Layout.of(
            10,
            Field.of(UPTIME, Raw.s32Little(0)),
            Field.of(BayFacts.DEBUG, Raw.u16Little(4).bits(0, 0xfff)),
            Field.of(SEQUENCE, Raw.u16Little(8)));

    private static final Field[] DEBUG = {
        Field.of(UPTIME, Raw.s32(0)),
        Field.of(BayFacts.DEBUG, Raw.u16(6).bits(0, 0xfff)),
        Field.of(SEQUENCE, Raw.u16(8))
    };

    static final Model TPS110_0292 =
            common("TPS110-0292").on(3, Bosch::oldStart).on(6, LITTLE_DEBUG);

    static final Model TPS110_0392 = common("TPS110-0392")
            .on(3, Layout.of(17, joined(DEBUG, START)))
            .on(5, Bosch::usage)
            .on(6, Layout.of(10, DEBUG));

    private Bosch() {}

    private static Model common(String name) {
        Codec heartbeat =
                Layout.anyOf(Layout.of(1, OCCUPIED), Layout.of(2, OCCUPIED, Field.of(Known.TEMPERATURE, Raw.s8(1))));
        return Model.named(name).on(1, Layout.of(1, OCCUPIED)).on(2, heartbeat);
    }

    private static Field[] joined(Field[] one, Field[] other) {
        Field[] both = new Field[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Facts oldStart(Frame frame) {
        Facts facts = Layout.of(17, START).read(frame);
        for (int i = 0; facts.refusal().isEmpty() && i < DEBUG_CODES; i++) {
            Field.of(BayFacts.DEBUG, Raw.u16Little(4 * i).bits(0, 0xfff))
                    .unless(0)
                    .read(frame, 0, facts);
        }
        return facts;
    }

    private static Facts usage(Frame frame) {
        if (frame.length() > 0 && frame.unsigned(0) > 1) {
            return Facts.refused(Refusal.UNKNOWN_MESSAGE);
        }
        boolean isTime = frame.length() > 0 && frame.unsigned(0) == 1;
        return Layout.of(5, Field.of(isTime ? OCCUPIED_SECONDS : CHANGES, Raw.u32(1)))
                .read(frame);
    }
}
