package sluice.itests.counter;

/**
 * What the counter is told.
 *
 * @param container the bin
 * @param fillingLevel 0 to 1
 */
public record Level(String container, double fillingLevel) {}
