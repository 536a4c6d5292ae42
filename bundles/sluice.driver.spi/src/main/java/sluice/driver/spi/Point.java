package sluice.driver.spi;

/**
 * A place on earth, WGS 84 (EPSG:4326).
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Point(double latitude, double longitude) {
    public Point {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("a point needs latitude -90..90 and longitude -180..180");
        }
    }
}
