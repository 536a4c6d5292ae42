package sluice.driver.smartbin;

import org.jspecify.annotations.Nullable;

/**
 * What the device file says of one sensor and the container that it sits in.
 *
 * @param model one of the table in the module's README, for example {@code LDDS75}
 * @param sensorToFloorMm distance that the sensor measures when the container is empty, in millimetres; at most 10,000. Only of models that
 *     measure a distance or a depth, and needed there
 * @param sensorToFullMm distance that it measures when the container is to be called full, in millimetres; 0 or more. The same
 * @param stepMm millimetres in one step of the distance that the sensor sends; only of {@code LMDS200} and
 *     {@code FILLING-DEGREE}, whose makers name no unit
 */
public record BinSettings(
        String model,
        @Nullable Double sensorToFloorMm,
        @Nullable Double sensorToFullMm,
        @Nullable Double stepMm) {}
