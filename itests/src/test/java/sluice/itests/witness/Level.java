package sluice.itests.witness;

/**
 * What asks for being woken.
 *
 * @param container the bin
 */
public record Level(String container) {}
