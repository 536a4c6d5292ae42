package sluice.simulator;

/**
 * A camera that reads plates and posts them.
 *
 * @param id the city's name for it, for example {@code cam-01}
 * @param number what the camera calls itself
 * @param site where it stands
 * @param segment the stretch of road that it watches
 */
record Camera(String id, int number, Site site, String segment) {}
