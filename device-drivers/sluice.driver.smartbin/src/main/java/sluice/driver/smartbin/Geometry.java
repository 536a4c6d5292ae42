package sluice.driver.smartbin;

import java.util.OptionalDouble;

/**
 * Where the floor and the full mark of a container are, seen from its sensor.
 *
 * @param floorMm distance to the floor
 * @param fullMm distance to the full mark
 */
record Geometry(double floorMm, double fullMm) {
    /** Farther than any of the sensors sees. */
    private static final double FARTHEST_MM = 10_000;

    /** Waste is heaped and floors are uneven: this share of the depth, above and below, still counts as full and as empty. */
    private static final double TOLERANCE = 0.1;

    Geometry {
        if (!(fullMm >= 0)) {
            throw new IllegalArgumentException("`sensorToFullMm` must be 0 or more");
        }
        if (!(floorMm > fullMm)) {
            throw new IllegalArgumentException("`sensorToFloorMm` must be more than `sensorToFullMm`");
        }
        if (!(floorMm <= FARTHEST_MM)) {
            throw new IllegalArgumentException("`sensorToFloorMm` must be at most 10000; it is in millimetres");
        }
    }

    /**
     * How full the container is.
     *
     * @return 0 to 1; empty if the content would be below the floor or above the rim
     */
    OptionalDouble level(int distanceMm) {
        double level = (floorMm - distanceMm) / (floorMm - fullMm);
        return level < -TOLERANCE || level > 1 + TOLERANCE
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, Math.min(1, level)));
    }
}
