package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main line: what a device says reaches whom it may reach, and nobody else. */
@ExtendWith(RunningCity.Shared.class)
final class LineIT {
    private final RunningCity city;
    private final Distribution distribution;

    LineIT(RunningCity city) {
        this.city = city;
        this.distribution = city.distribution();
    }

    @Test
    void an_uplink_of_the_things_stack_reaches_the_waste_application() {
        uplinkArrives(new Bin(1, Bin.Network.TTN));
    }

    @Test
    void an_uplink_of_chirpstack_reaches_the_waste_application() {
        uplinkArrives(new Bin(2, Bin.Network.CHIRPSTACK));
    }

    @Test
    void a_plate_read_reaches_planning_without_its_plate() {
        long before = distribution.metrics().flow("traffic.plate", "sluice.app.planning", "permitted");

        int status = distribution
                .web()
                .post("cam-1", City.SECRET, Plates.group("LINE001", Instant.now()))
                .statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(distribution.metrics().flow("traffic.plate", "sluice.app.planning", "permitted"))
                .isEqualTo(before + 1);
        assertThat(distribution.shell("sluice:explain traffic.plate traffic-planning sluice.app.planning"))
                .contains("permitted by policy `corridor-passages`");
    }

    @Test
    void joins_and_statuses_are_told_apart_from_uplinks() {
        Bin bin = new Bin(3, Bin.Network.CHIRPSTACK);
        city.know(bin);
        long before = distribution.metrics().door("no-data");
        try (Sender sender = Sender.connect(city.instance(), "chirp")) {
            String event =
                    "{\"time\":\"%s\",\"deviceInfo\":{\"devEui\":\"%s\"}}".formatted(Instant.now(), bin.devEui());
            sender.publish(bin.topic("join"), event);
            sender.publish(bin.topic("status"), event);
        }
        await().atMost(SOON).until(() -> distribution.metrics().door("no-data") == before + 2);
    }

    private void uplinkArrives(Bin bin) {
        city.know(bin);
        long before = distribution.metrics().flow("waste.container", "sluice.app.waste", "permitted");
        try (Sender sender = Sender.connect(city.instance(), bin.network().account())) {
            assertThat(sender.publish(bin.topic(), bin.uplink(1, 2_500, Instant.now())))
                    .isZero();
        }
        await().atMost(SOON)
                .until(() -> distribution.metrics().flow("waste.container", "sluice.app.waste", "permitted") > before);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(city.recorded())
                        .filteredOn(line -> line.startsWith(bin.id()))
                        .singleElement()
                        .asString()
                        .matches(bin.id() + " 0\\.7500 [0-9a-f]{32}"));
    }
}
