package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A named part of the city, on the map.
 *
 * @param name for example {@code old-town}
 * @param ring its corners in order, the first not repeated at the end; edges are straight in latitude and longitude, and do not cross
 * @param where file and line
 */
public record Zone(String name, List<Corner> ring, Where where) {
    /** Fewest corners that enclose something. */
    public static final int FEWEST_CORNERS = 3;

    /** Most corners of one zone. */
    public static final int MOST_CORNERS = 1_000;

    public Zone {
        requireNonNull(name, "name is null");
        ring = List.copyOf(ring);
        requireNonNull(where, "where is null");
        if (ring.size() < FEWEST_CORNERS || ring.size() > MOST_CORNERS) {
            throw new IllegalArgumentException("a zone has " + FEWEST_CORNERS + " to " + MOST_CORNERS + " corners");
        }
    }

    /**
     * A corner, WGS 84.
     *
     * @param latitude degrees north, -90 to 90
     * @param longitude degrees east, -180 to 180
     */
    public record Corner(double latitude, double longitude) {
        public Corner {
            if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
                throw new IllegalArgumentException("a corner needs latitude -90..90 and longitude -180..180");
            }
        }
    }
}
