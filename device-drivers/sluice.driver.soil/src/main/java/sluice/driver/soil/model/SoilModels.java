package sluice.driver.soil.model;

import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.kit.Models;
import sluice.driver.kit.Outdoors;
import sluice.driver.kit.frame.Field;
import sluice.driver.kit.frame.Raw;
import sluice.driver.kit.maker.Elsys;
import sluice.driver.kit.maker.Milesight;
import sluice.driver.kit.maker.SenseCap;

/** The table of models. */
public final class SoilModels {
    /** All of LoRaWAN. */
    public static final Models ALL = Models.of(
            Model.named("LSE01").on(2, DraginoSoil.MOISTURE),
            Model.named("LSPH01").on(2, DraginoSoil.ACIDITY),
            Model.named("LSNPK01").on(2, DraginoSoil.NUTRIENTS),
            Model.named("LLMS01").on(2, DraginoSoil.LEAF),
            Model.named("LSN50V2").on(2, DraginoNode::read),
            Model.named("LSN50V2-D20").on(2, DraginoNode::read),
            Model.named("LSN50V2-S31").on(2, DraginoNode::read),
            smtc(),
            Model.named("DL-TRS12").on(1, Decentlab::soil),
            Model.named("DL-ATM41").on(1, Decentlab::weather),
            Model.named("ELT-2").on(1, Elsys.items()).on(5, Elsys.items()),
            Model.named("SENSECAP").on(1, SenseCap::read).on(2, SenseCap::read),
            Model.named("LORA-E5").on(14, SenseCap::read),
            NetvoxMany.R72615A,
            Comtac.LPN_CM4,
            TeneoSoil.MODEL,
            Model.named("SMART-EMITTER").on(4, Strega::read));

    private SoilModels() {}

    /** Milesight EM500-SMTC; its history is not claimed. */
    private static Model smtc() {
        Field temperature =
                Field.of(Outdoors.SOIL_TEMPERATURE, Raw.s16Little(0)).per(10);
        return Model.named("EM500-SMTC")
                .on(
                        Milesight.PORT,
                        Milesight.items()
                                .item(0x0367, 2, temperature)
                                .item(
                                        0x0468,
                                        1,
                                        Field.of(Outdoors.SOIL_MOISTURE, Raw.u8(0))
                                                .per(2))
                                .item(
                                        0x04ca,
                                        2,
                                        Field.of(Outdoors.SOIL_MOISTURE, Raw.u16Little(0))
                                                .per(100))
                                .item(0x057f, 2, Field.of(Outdoors.SOIL_CONDUCTIVITY, Raw.u16Little(0)))
                                .item(0x83d7, 5, temperature, Field.of(Known.TRIGGER, Raw.u8(4))));
    }
}
