package sluice.broker.core.waiting;

import sluice.driver.spi.Point;

/** Distances on the Earth as a sphere of its mean radius; within 0.6 % of those on the ellipsoid. */
final class Distance {
    private static final double RADIUS_METRES = 6_371_008.8;

    private Distance() {}

    /** By the haversine formula, which is exact for small distances (R. W. Sinnott: Virtues of the Haversine, 1984). */
    static double metres(Point from, Point to) {
        double latitude = Math.sin(Math.toRadians(to.latitude() - from.latitude()) / 2);
        double longitude = Math.sin(Math.toRadians(to.longitude() - from.longitude()) / 2);
        double square = latitude * latitude
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * longitude
                        * longitude;
        return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(square)));
    }
}
