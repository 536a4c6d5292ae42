package sluice.broker.core.plan.map;

import java.util.List;
import sluice.broker.core.model.Zone;

/**
 * A zone's outline. Inside is what a ray crosses the outline an odd number of times to leave (the crossing rule, half-open at corners: a
 * point on an edge that two zones share is in one of them). An edge takes the shorter way round, so that a zone may lie across the
 * antimeridian.
 */
final class Outline {
    private final double[] latitudes;
    private final double[] longitudes;
    private final double south;
    private final double north;
    private final double west;
    private final double east;

    Outline(List<Zone.Corner> ring) {
        latitudes = ring.stream().mapToDouble(Zone.Corner::latitude).toArray();
        longitudes = ring.stream().mapToDouble(Zone.Corner::longitude).toArray();
        for (int i = 1; i < longitudes.length; i++) {
            longitudes[i] = longitudes[i - 1] + Earth.wrap(longitudes[i] - longitudes[i - 1]);
        }
        double[] box = {90, -90, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < latitudes.length; i++) {
            box[0] = Math.min(box[0], latitudes[i]);
            box[1] = Math.max(box[1], latitudes[i]);
            box[2] = Math.min(box[2], longitudes[i]);
            box[3] = Math.max(box[3], longitudes[i]);
        }
        south = box[0];
        north = box[1];
        west = box[2];
        east = box[3];
    }

    double[] box() {
        return new double[] {south, north, west, east};
    }

    boolean holds(double latitude, double longitude) {
        double x = eastOf(west, longitude);
        if (latitude < south || latitude > north || x > east) {
            return false;
        }
        boolean isInside = false;
        for (int i = 0, j = latitudes.length - 1; i < latitudes.length; j = i++) {
            if (latitudes[i] > latitude != latitudes[j] > latitude && x < crossing(i, j, latitude)) {
                isInside = !isInside;
            }
        }
        return isInside;
    }

    /** How far a point is from the nearest edge, on a plane that touches the earth at the point. */
    double metresToEdge(double latitude, double longitude) {
        double middle = (west + east) / 2;
        double x = middle + Earth.wrap(longitude - middle);
        double narrowing = Math.cos(Math.toRadians(latitude));
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0, j = latitudes.length - 1; i < latitudes.length; j = i++) {
            double toI = (longitudes[i] - x) * narrowing;
            double toJ = (longitudes[j] - x) * narrowing;
            least = Math.min(least, toSegment(toI, latitudes[i] - latitude, toJ, latitudes[j] - latitude));
        }
        return least * Earth.METRES_PER_DEGREE;
    }

    private double crossing(int i, int j, double latitude) {
        double share = (latitude - latitudes[i]) / (latitudes[j] - latitudes[i]);
        return longitudes[i] + share * (longitudes[j] - longitudes[i]);
    }

    /** The same meridian, at most one turn east of another. */
    private static double eastOf(double west, double longitude) {
        double turns = (longitude - west) / 360;
        return turns >= 0 && turns < 1 ? longitude : longitude - 360 * Math.floor(turns);
    }

    /** From the origin to the segment from a to b. */
    private static double toSegment(double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
        return Math.hypot(ax + along * dx, ay + along * dy);
    }
}
