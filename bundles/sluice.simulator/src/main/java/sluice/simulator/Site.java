package sluice.simulator;

/**
 * A place in the invented city.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param zone part of the city
 */
record Site(double latitude, double longitude, String zone) {}
