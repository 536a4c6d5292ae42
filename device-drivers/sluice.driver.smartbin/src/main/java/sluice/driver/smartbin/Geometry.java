package sluice.driver.smartbin;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.smartbin.model.BinFacts;

/**
 * Where the floor and the full mark of a container are, seen from its sensor.
 *
 * @param floorMm distance to the floor
 * @param fullMm distance to the full mark
 * @param stepMm of a sensor that sends steps
 */
record Geometry(double floorMm, double fullMm, double stepMm) {
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
        if (!(stepMm > 0)) {
            throw new IllegalArgumentException("`stepMm` must be more than 0");
        }
    }

    static Geometry of(BinSettings settings, boolean sendsSteps) {
        return new Geometry(
                needed(settings.sensorToFloorMm(), "sensorToFloorMm"),
                needed(settings.sensorToFullMm(), "sensorToFullMm"),
                sendsSteps ? needed(settings.stepMm(), "stepMm") : 1);
    }

    private static double needed(@Nullable Double setting, String name) {
        if (setting == null) {
            throw new IllegalArgumentException("`" + name + "` is needed by this model");
        }
        return setting;
    }

    /** From the sensor, or from where one would hang, down to the highest content; absent if the frame does not tell. */
    @Nullable
    Double distanceMm(Facts facts) {
        Double depthMm = facts.value(BinFacts.DEPTH);
        if (depthMm != null) {
            return floorMm - depthMm;
        }
        Double steps = facts.value(BinFacts.STEPS);
        return steps == null ? facts.least(Known.DISTANCE) : (Double) (steps * stepMm);
    }

    /**
     * How full the container is.
     *
     * @return 0 to 1, or a little more above the full mark; empty if the content would be below the floor or above the rim
     */
    OptionalDouble level(double distanceMm) {
        double level = (floorMm - distanceMm) / (floorMm - fullMm);
        return level < -TOLERANCE || level > 1 + TOLERANCE
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, level));
    }
}
