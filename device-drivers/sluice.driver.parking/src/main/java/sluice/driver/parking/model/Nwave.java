package sluice.driver.parking.model;

import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;

/** Nwave's NPS310: status and heartbeat of one byte; at its start 0-2 firmware, 3 cause of the reset, 4 status (source: the maker's codec). */
final class Nwave {
    private static final Layout STATUS = Layout.of(1, occupied(0));

    static final Model NPS310 = Model.named("NPS310")
            .on(1, STATUS)
            .on(2, STATUS)
            .on(
                    3,
                    Layout.of(
                            5,
                            Field.of(BayFacts.FIRMWARE, Raw.u8(0)),
                            Field.of(BayFacts.FIRMWARE, Raw.u8(1)),
                            Field.of(BayFacts.FIRMWARE, Raw.u8(2)),
                            Field.of(Known.RESET, Raw.u8(3)),
                            occupied(4)));

    private Nwave() {}

    private static Field occupied(int at) {
        return Field.of(BayFacts.OCCUPIED, Raw.u8(at).bits(0, 1));
    }
}
