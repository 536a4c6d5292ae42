package sluice.itests.witness;

/**
 * A vehicle under the name that one recipient knows it by.
 *
 * @param vehicle a pseudonym
 * @param confidence 0 to 1; the test gives each plate its own
 */
public record Named(String vehicle, double confidence) {}
