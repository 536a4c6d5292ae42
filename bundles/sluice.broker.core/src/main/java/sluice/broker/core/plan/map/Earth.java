package sluice.broker.core.plan.map;

/** The earth as a sphere of the equator's radius; distances are within 0.6 % of those on WGS 84. */
public final class Earth {
    /** Radius of the sphere, metres: WGS 84's semi-major axis. */
    public static final double RADIUS_METRES = 6_378_137.0;

    /** Length of a degree of latitude, metres. */
    public static final double METRES_PER_DEGREE = Math.toRadians(RADIUS_METRES);

    private Earth() {}

    /**
     * A longitude that may have gone round.
     *
     * @param longitude degrees east, any finite number
     * @return the same meridian, -180 (included) to 180 (excluded); 180 stays 180
     */
    public static double wrap(double longitude) {
        if (Math.abs(longitude) <= 180) {
            return longitude;
        }
        return longitude - 360 * Math.floor((longitude + 180) / 360);
    }
}
