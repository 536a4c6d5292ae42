package sluice.itests.recorder;

/**
 * What the recorder is told.
 *
 * @param container the bin
 * @param fillingLevel 0 to 1
 */
public record Level(String container, double fillingLevel) {}
