package sluice.driver.parking;

import org.jspecify.annotations.Nullable;

/**
 * What the device file says of one device.
 *
 * @param model one of the table in the module's README, for example {@code NPS310}
 * @param spots how many spots a car park has, 1 to 100,000; only of {@code CAR-PARK}, where its messages do not say
 */
public record ParkingSettings(String model, @Nullable Long spots) {}
