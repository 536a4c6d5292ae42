package sluice.driver.soil;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Point;

/**
 * The weather at a station, enough for a reference evapotranspiration (FAO-56); the stream {@code weather.station}, named as Smart Data Models'
 * {@code WeatherObserved}.
 *
 * @param station the device's id
 * @param temperature of the air in degrees Celsius
 * @param relativeHumidity 0 to 1
 * @param windSpeed in m/s
 * @param windDirection degrees from north
 * @param solarRadiation in W/m2
 * @param atmosphericPressure in hPa
 * @param precipitation in mm since the frame before
 * @param precipitationRate in mm/h
 * @param illuminance in lx
 * @param position where the station is registered to stand
 * @param observed when the network received the frame
 */
public record WeatherReading(
        String station,
        @Nullable Double temperature,
        @Nullable Double relativeHumidity,
        @Nullable Double windSpeed,
        @Nullable Double windDirection,
        @Nullable Double solarRadiation,
        @Nullable Double atmosphericPressure,
        @Nullable Double precipitation,
        @Nullable Double precipitationRate,
        @Nullable Double illuminance,
        @Nullable Point position,
        Instant observed) {}
