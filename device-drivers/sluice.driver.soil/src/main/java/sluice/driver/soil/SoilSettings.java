package sluice.driver.soil;

import org.jspecify.annotations.Nullable;

/**
 * What the device file says of one device.
 *
 * @param model one of the table in the module's README, for example {@code LSE01}
 * @param probe where a thermometer on a cable was put; absent: nowhere, and what it says is not told
 */
public record SoilSettings(String model, @Nullable ProbePlace probe) {}
