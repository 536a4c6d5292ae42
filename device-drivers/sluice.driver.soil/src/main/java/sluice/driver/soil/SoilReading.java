package sluice.driver.soil;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * The ground, or a leaf, as a probe feels it; the stream {@code soil.probe}, named as Smart Data Models' {@code AgriParcelRecord}.
 *
 * @param probe the device's id
 * @param soilMoistureVwc volumetric water content, 0 to 1
 * @param soilTemperature degrees Celsius
 * @param soilMoistureEc electrical conductivity in S/m
 * @param soilTension water tension in kPa, 0 (wet) and below
 * @param soilPh 0 to 14
 * @param nitrogen in mg/kg
 * @param phosphorus in mg/kg
 * @param potassium in mg/kg
 * @param leafWetness 0 (dry) to 1
 * @param leafTemperature degrees Celsius
 * @param batteryLevel 0 (replace it) to 1 (new)
 * @param position where the probe is registered to be
 * @param observed when the network received the frame
 */
public record SoilReading(
        String probe,
        @Nullable Double soilMoistureVwc,
        @Nullable Double soilTemperature,
        @Nullable Double soilMoistureEc,
        @Nullable Double soilTension,
        @Nullable Double soilPh,
        @Nullable Double nitrogen,
        @Nullable Double phosphorus,
        @Nullable Double potassium,
        @Nullable Double leafWetness,
        @Nullable Double leafTemperature,
        @Nullable Double batteryLevel,
        @Nullable Point position,
        Instant observed) {}
