package sluice.itests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sluice.itests.outside.Bin;
import sluice.itests.outside.City;
import sluice.itests.outside.Plates;
import sluice.itests.outside.Sender;

/** What has to be so whatever guests tried. */
final class Platform {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Platform() {}

    /** Its bundles run, its page answers, and a message by each of the two ways in is taken and carried on. */
    static void mustBeWell(Lab lab) {
        assertThat(notActive(lab)).isEmpty();
        assertThat(lab.distribution().web().status("/metrics")).isEqualTo(200);
        mustTakeHttp(lab);
        mustTakeMqtt(lab);
    }

    /** Bundles that are no case's and do not run; a fragment never does. */
    private static List<String> notActive(Lab lab) {
        return lab.order("bundles")
                .lines()
                .filter(line -> !line.contains(" hostile.") && !line.contains(" ACTIVE "))
                .filter(line -> !line.contains(" RESOLVED "))
                .toList();
    }

    static void mustTakeHttp(Lab lab) {
        await("HTTP")
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> lab.distribution()
                                .web()
                                .post("cam-1", City.SECRET, Plates.group("LAWFUL1", Instant.now()))
                                .statusCode()
                        == 204);
    }

    static void mustTakeMqtt(Lab lab) {
        Bin bin = new Bin(65, Bin.Network.TTN);
        new City(lab.instance()).bin(bin);
        await("MQTT").atMost(SOON).ignoreExceptions().until(() -> {
            try (Sender sender = Sender.connect(lab.instance(), "ttn")) {
                sender.publish(bin.topic(), bin.uplink(System.currentTimeMillis() / 1_000, 5_000, Instant.now()));
            }
            return lab.distribution().metrics().flow("waste.container", "sluice.app.waste", "permitted") > 0;
        });
    }
}
