package sluice.driver.smartbin.model;

import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Milesight;

/** Milesight's level sensors. An alarm carries the value and whether it begins (1) or ends (0). */
final class MilesightDistance {
    static final Model EM310_UDL = Model.named("EM310-UDL")
            .on(
                    Milesight.PORT,
                    Milesight.items().item(0x0382, 2, Milesight.distance()).item(0x0400, 1, position()));

    private MilesightDistance() {}

    static Model em400(String name) {
        return Model.named(name)
                .on(
                        Milesight.PORT,
                        Milesight.items()
                                .item(0x0367, 2, Milesight.temperature())
                                .item(0x8367, 3, Milesight.temperature(), Field.of(BinFacts.FIRE, Raw.u8(2)))
                                .item(0x0482, 2, Milesight.distance())
                                .item(0x8482, 3, Milesight.distance(), Field.of(Known.TRIGGER, Raw.u8(2)))
                                .item(0x0500, 1, position()));
    }

    private static Field position() {
        return Field.of(BinFacts.TILTED, Raw.u8(0));
    }
}
