package sluice.driver.alpr;

/**
 * What the device file says of one camera.
 *
 * @param segment the road segment that it watches, as the city names it, for example {@code king-st-w/3}; not blank
 */
public record CameraSettings(String segment) {}
