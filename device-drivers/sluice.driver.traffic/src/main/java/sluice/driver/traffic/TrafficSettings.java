package sluice.driver.traffic;

import org.jspecify.annotations.Nullable;

/**
 * What the device file says of one device.
 *
 * @param model {@code DETECTOR}, {@code SIGNAL} or {@code TRAVEL-TIME}
 * @param segment the road segment that it watches, as the city names it, for example {@code king-st-w/3}; needed but by {@code SIGNAL}
 */
public record TrafficSettings(String model, @Nullable String segment) {}
