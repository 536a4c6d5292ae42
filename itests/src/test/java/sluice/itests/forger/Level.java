package sluice.itests.forger;

/**
 * What the forger would be told.
 *
 * @param fillingLevel 0 to 1
 */
public record Level(double fillingLevel) {}
