package sluice.driver.soil.model;

import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.Outdoors;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Layout;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Teneo;

/** Teneo IoT's soil moisture sensor: battery and moisture, and in six bytes a temperature and a word that the maker does not describe. */
final class TeneoSoil {
    private static final Field MOISTURE = Field.of(Outdoors.SOIL_MOISTURE, Raw.u8(1));

    static final Model MODEL = Model.named("SOIL-MOISTURE")
            .on(
                    1,
                    Layout.anyOf(
                            Layout.of(2, Teneo.volts(), MOISTURE),
                            Layout.of(
                                    6,
                                    Teneo.volts(),
                                    MOISTURE,
                                    Field.of(Known.PROBE_TEMPERATURE, Raw.s16(2))
                                            .per(100))))
            .on(3, Teneo.charging());

    private TeneoSoil() {}
}
