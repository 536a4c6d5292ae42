package sluice.simulator;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The invented city: 40 bins and 3 cameras. The same seed gives the same city.
 *
 * @param seed what everything is drawn from
 * @param bins all bins; odd ones on one network, even ones on the other
 * @param cameras all cameras
 */
record City(long seed, List<Bin> bins, List<Camera> cameras) {
    private static final int BINS = 40;
    private static final List<String> ZONES = List.of("harbour", "old-town", "mill-quarter", "north-field");
    private static final List<String> SEGMENTS =
            List.of("mill-street-east", "harbour-road-south", "bridge-street-west");
    private static final double SOUTH = 43.5300;
    private static final double WEST = -80.2700;
    private static final double DEGREES_ACROSS = 0.03;

    static City of(long seed) {
        return new City(
                seed,
                IntStream.rangeClosed(1, BINS)
                        .mapToObj(number -> bin(seed, number))
                        .toList(),
                IntStream.rangeClosed(1, SEGMENTS.size())
                        .mapToObj(number -> camera(seed, number))
                        .toList());
    }

    /** Chance for one device: what it does never depends on how many others there are. */
    private SplittableRandom chance(String device) {
        return new SplittableRandom(seed * 31 + device.hashCode());
    }

    /** Every bin, ready to report. */
    List<BinModel> models(Instant started) {
        return bins.stream()
                .map(bin -> new BinModel(bin, chance(bin.id()), started))
                .toList();
    }

    /** Every camera, ready to read. */
    List<PlateReader> readers() {
        return cameras.stream()
                .map(camera -> new PlateReader(camera, chance(camera.id())))
                .toList();
    }

    private static Bin bin(long seed, int number) {
        String id = "bin-%03d".formatted(number);
        SplittableRandom chance = new SplittableRandom(seed + number);
        Bin.Network network = number % 2 == 1 ? Bin.Network.TTN : Bin.Network.CHIRPSTACK;
        // Locally administered addresses, which no vendor was given.
        String devEui = "02c0ffee%02x%06x".formatted(network.ordinal(), number);
        return new Bin(id, devEui, network, site(chance), 1_200 + 100 * chance.nextInt(9));
    }

    private static Camera camera(long seed, int number) {
        SplittableRandom chance = new SplittableRandom(seed - number);
        return new Camera("cam-%02d".formatted(number), 7_000 + number, site(chance), SEGMENTS.get(number - 1));
    }

    private static Site site(SplittableRandom chance) {
        double latitude = SOUTH + DEGREES_ACROSS * chance.nextDouble();
        double longitude = WEST + DEGREES_ACROSS * chance.nextDouble();
        return new Site(latitude, longitude, ZONES.get(chance.nextInt(ZONES.size())));
    }
}
