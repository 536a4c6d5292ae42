package sluice.driver.parking.model;

import sluice.driver.kit.Models;

/** The table of models. */
public final class ParkingModels {
    /** All of LoRaWAN. */
    public static final Models ALL = Models.of(Bosch.TPS110_0292, Bosch.TPS110_0392, Nwave.NPS310, Tekzipark.MODEL);

    private ParkingModels() {}
}
