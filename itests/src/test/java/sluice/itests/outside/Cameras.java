package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Four cameras, each on a stretch of road of its own, that publish over MQTT through one account. */
record Cameras(Instance instance) {
    static final List<String> SEGMENTS = List.of("king-st", "queen-st", "bay-st", "lane");

    private static final String ACCOUNT = "cams";

    static Cameras in(Instance instance) {
        City city = new City(instance).account(ACCOUNT, false);
        SEGMENTS.forEach(segment -> city.camera(segment, ACCOUNT + "/" + segment, segment));
        return new Cameras(instance);
    }

    /** So many vehicles pass the cameras, in the order of the segments; each with a plate and a confidence of its own. */
    void pass(List<Integer> vehicles) {
        try (Sender sender = Sender.connect(instance, ACCOUNT)) {
            for (int segment = 0; segment < vehicles.size(); segment++) {
                for (int vehicle = 0; vehicle < vehicles.get(segment); vehicle++) {
                    see(sender, SEGMENTS.get(segment), 1 + 100 * segment + vehicle);
                }
            }
        }
    }

    private static void see(Sender sender, String segment, int number) {
        byte[] message = Plates.group(plate(number), confidence(number), Instant.now());
        assertThat(sender.publish(ACCOUNT + "/" + segment, message)).isZero();
    }

    static List<String> plates(int segment, int vehicles) {
        return IntStream.range(0, vehicles)
                .mapToObj(i -> plate(1 + 100 * segment + i))
                .toList();
    }

    private static String plate(int number) {
        return "STA-" + (4_000 + number);
    }

    /** Percent; tells vehicles apart that nobody may name. */
    private static double confidence(int number) {
        return 86 + number / 100.0;
    }
}
