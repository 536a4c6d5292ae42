package sluice.driver.soil.model;

import java.util.stream.IntStream;
import sluice.driver.kit.Codec;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Items;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Refusal;

/**
 * Comtac's LPN CM-4: version 1, two bytes that the maker does not describe, the battery in halves of a per cent; then items on port 3, settings on
 * port 100, versions on port 101 (source: the maker's codec). The eight values of a history have no times and are told to nobody.
 */
final class Comtac {
    private static final Fact PAST_TEMPERATURE = Fact.untold("past-temperature");
    private static final Fact PAST_HUMIDITY = Fact.untold("past-humidity");
    private static final Field BATTERY =
            Field.of(Known.BATTERY_LEVEL, Raw.u8(3)).per(200);
    private static final int HEAD = 4;
    private static final int VERSION = 1;
    private static final int PAST = 8;
    private static final int NO_TEMPERATURE = 25_000;
    private static final int NO_HUMIDITY = 250;

    private static final Items ITEMS = Items.typedBy(1)
            .item(3, 3, temperature(Known.TEMPERATURE, 0), humidity(Known.HUMIDITY, 2))
            .item(
                    4,
                    3 * PAST,
                    IntStream.range(0, 2 * PAST)
                            .mapToObj(i -> i % 2 == 0
                                    ? temperature(PAST_TEMPERATURE, 3 * (i / 2))
                                    : humidity(PAST_HUMIDITY, 3 * (i / 2) + 2))
                            .toArray(Field[]::new));

    private static final Layout SETTINGS = Layout.of(
            14,
            BATTERY,
            setting(Raw.u16(4)),
            setting(Raw.u8(6)),
            setting(Raw.s16(7)).per(100),
            setting(Raw.s8(9)),
            setting(Raw.s8(10)),
            setting(Raw.s8(11)),
            setting(Raw.u8(12)),
            setting(Raw.u8(13)));

    private static final Layout VERSIONS =
            Layout.of(6, BATTERY, Field.of(Known.SOFTWARE, Raw.u8(4)), Field.of(Known.SOFTWARE, Raw.u8(5)));

    static final Model LPN_CM4 = Model.named("LPN-CM4")
            .on(3, versioned(Comtac::measured))
            .on(100, versioned(SETTINGS))
            .on(101, versioned(VERSIONS));

    private Comtac() {}

    private static Codec versioned(Codec codec) {
        return frame -> frame.length() > 0 && frame.unsigned(0) != VERSION
                ? Facts.refused(Refusal.UNKNOWN_MESSAGE)
                : codec.read(frame);
    }

    private static Facts measured(Frame frame) {
        Facts facts = ITEMS.read(frame, HEAD);
        if (facts.refusal().isEmpty()) {
            BATTERY.read(frame, 0, facts);
        }
        return facts;
    }

    private static Field temperature(Fact fact, int at) {
        return Field.of(fact, Raw.s16(at)).per(100).unless(NO_TEMPERATURE);
    }

    private static Field humidity(Fact fact, int at) {
        return Field.of(fact, Raw.u8(at)).unless(NO_HUMIDITY);
    }

    private static Field setting(Raw raw) {
        return Field.of(Known.SETTING, raw);
    }
}
