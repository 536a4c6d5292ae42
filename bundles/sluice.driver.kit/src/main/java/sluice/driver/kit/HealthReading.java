package sluice.driver.kit;

/**
 * What a device says about itself, or what follows from how it behaves; the stream {@code device.health}.
 *
 * @param device the device's id
 * @param kind what the number is, for example {@code battery-voltage}
 * @param value in the unit of its kind: volts, 0 to 1, degrees, seconds, a count, 0 or 1
 */
public record HealthReading(String device, String kind, double value) {}
