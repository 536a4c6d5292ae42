package sluice.simulator;

/**
 * What a level sensor measured once.
 *
 * @param distanceMm from the sensor to the waste, in millimetres
 * @param celsius temperature
 * @param batteryPercent what is left, from 0 to 100
 * @param tilted whether the lid is open or the bin lies on its side
 */
record Measurement(int distanceMm, double celsius, int batteryPercent, boolean tilted) {}
