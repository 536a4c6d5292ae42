package sluice.broker.core.plan.operator.place;

import sluice.broker.core.plan.map.Earth;
import sluice.driver.spi.Point;

/** The grid of geohashes. A hash of n characters has 5 n bits, longitude first, in turns. */
final class GeohashCells {
    /** Where cells are as wide as the label says, degrees; nearer to a pole hashes are shorter. The middle of the northernmost large cells. */
    static final double REFERENCE_LATITUDE = 67.5;

    private static final String ALPHABET = "0123456789bcdefghjkmnpqrstuvwxyz";
    private static final int BITS = 5;

    private GeohashCells() {}

    /** The smaller side of a cell at the reference latitude, metres. */
    static double leastMetres(int length) {
        return leastMetres(length, REFERENCE_LATITUDE);
    }

    static String hash(Point point, int length) {
        int fitting = length;
        while (fitting > 1 && isNarrow(point, fitting, length)) {
            fitting--;
        }
        return encode(point, fitting);
    }

    private static boolean isNarrow(Point point, int fitting, int length) {
        return leastMetres(fitting, middle(point.latitude(), fitting)) < leastMetres(length) * (1 - 1e-9);
    }

    private static double leastMetres(int length, double latitude) {
        double high = 180 / Math.scalb(1, latitudeBits(length));
        double wide = 360 / Math.scalb(1, longitudeBits(length)) * Math.cos(Math.toRadians(latitude));
        return Math.min(high, wide) * Earth.METRES_PER_DEGREE;
    }

    /** Latitude of the middle of the cell. */
    private static double middle(double latitude, int length) {
        double rows = Math.scalb(1, latitudeBits(length));
        return (part(latitude + 90, 180, latitudeBits(length)) + 0.5) * 180 / rows - 90;
    }

    private static String encode(Point point, int length) {
        long north = part(point.latitude() + 90, 180, latitudeBits(length));
        long east = part(point.longitude() + 180, 360, longitudeBits(length));
        char[] hash = new char[length];
        boolean isEast = BITS * length % 2 == 1; // the last bit of an odd number is one of longitude again
        for (int i = length - 1; i >= 0; i--) {
            int character = 0;
            for (int bit = 0; bit < BITS; bit++) {
                character |= (int) ((isEast ? east : north) & 1) << bit;
                east >>= isEast ? 1 : 0;
                north >>= isEast ? 0 : 1;
                isEast = !isEast;
            }
            hash[i] = ALPHABET.charAt(character);
        }
        return new String(hash);
    }

    /** Which of 2^bits equal parts of the whole holds a position. */
    private static long part(double position, double whole, int bits) {
        double parts = Math.scalb(1, bits);
        return (long) Math.min(parts - 1, Math.floor(position / whole * parts));
    }

    private static int latitudeBits(int length) {
        return BITS * length / 2;
    }

    private static int longitudeBits(int length) {
        return BITS * length - latitudeBits(length);
    }
}
