package sluice.driver.smartbin;

/**
 * What the device file says of one sensor and the container that it sits in.
 *
 * @param model {@code LDDS75}, {@code EM400-MUD} or {@code EM310-UDL}
 * @param sensorToFloorMm distance that the sensor measures when the container is empty, in millimetres; at most 10,000
 * @param sensorToFullMm distance that it measures when the container is to be called full, in millimetres; 0 or more
 */
public record BinSettings(String model, double sensorToFloorMm, double sensorToFullMm) {}
