package sluice.itests.sleeper;

/**
 * What the sleeper is told.
 *
 * @param fillingLevel 0 to 1
 */
public record Level(double fillingLevel) {}
