package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Plates go in, and none is found afterwards in anything that the platform wrote or says. The controls show that the same search finds plates
 * in the same places when a city is set up to keep or to show them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlantedPlatesIT {
    private static final String PLATEWATCH = "sluice.demo.platewatch";

    private final Distribution distribution = Distribution.unpacked("plates");
    private final Instance instance = distribution.instance();
    private final Traces traces = new Traces(distribution);

    PlantedPlatesIT() {
        // so that what the control is to find is not swept away before
        instance.set("etc/sluice.mqtt.server.cfg", "erase.after.seconds", 86_400);
        city().account("cams", false)
                .account("careless", true)
                .camera("cam-1", "cams/cam-1")
                .camera("cam-2", "careless/cam-2")
                .simulatedCamera("cam-3");
        Approvals.add(instance, PLATEWATCH);
        distribution.start();
    }

    private City city() {
        return new City(instance);
    }

    @AfterAll
    void close() {
        distribution.close();
    }

    @Test
    void no_plate_is_left_behind_anywhere() throws IOException {
        List<String> planted = plates("PLN", 20);

        planted.forEach(plate -> assertThat(post("cam-1", plate, 95)).isEqualTo(204));
        publish("cams", "cams/cam-1", planted);
        planted.forEach(plate -> assertThat(post("cam-1", plate, 50)).isEqualTo(422));
        planted.forEach(
                plate -> assertThat(post("cam-1", plate + "-MUCH-TOO-LONG", 95)).isEqualTo(422));
        planted.forEach(this::postInBadMessages);
        await().atMost(SOON)
                .until(() -> distribution.metrics().flow("traffic.plate", "sluice.app.planning", "permitted")
                        >= 2L * planted.size());

        assertThat(traces.of(planted)).isEmpty();
    }

    @Test
    void no_account_can_listen_to_a_topic() {
        try (Sender sender = Sender.connect(instance, "cams")) {
            assertThat(sender.subscribe("cams/cam-1")).isGreaterThanOrEqualTo(128);
        }
        try (Sender sender = Sender.connect(instance, "cams")) {
            assertThat(sender.subscribe("#")).isGreaterThanOrEqualTo(128);
        }
    }

    /** Positive control for pages and commands: of a simulated device, and of no other, the operator is shown the last record. */
    @Test
    void a_plate_of_a_simulated_camera_is_shown_and_is_found() throws IOException {
        assertThat(post("cam-3", "SHW-2203", 95)).isEqualTo(204);

        assertThat(traces.of(List.of("SHW-2203")))
                .extracting(IdentifierSearch.Hit::where)
                .contains(
                        "page /system/console/sluice-flows",
                        "page /system/console/sluice-flows/flows.live",
                        "commands");
    }

    /**
     * Positive control: an account whose messages wait on disk is no way for a camera, and the server's journal shows why. With the source
     * mended the plates leave the journal at once, and the operator has nothing to delete.
     */
    @Test
    void a_plate_that_came_by_a_durable_account_is_refused_and_found_until_the_source_is_mended() throws IOException {
        List<String> planted = plates("DUR", 3);

        publish("careless", "careless/cam-2", planted);

        await().atMost(SOON).until(() -> distribution.metrics().door("durable-path") == planted.size());
        assertThat(traces.of(planted))
                .isNotEmpty()
                .allMatch(hit -> hit.where().startsWith("data/sluice/mqtt/"))
                .extracting(IdentifierSearch.Hit::identifier)
                .containsAll(planted);
        city().account("careless", false);
        await().atMost(SOON).ignoreExceptions().until(() -> traces.of(planted).isEmpty());
    }

    /** Positive control: were plates no personal information and released by policy, they would wait on disk for their recipient. */
    @Test
    void a_plate_that_a_test_policy_keeps_is_found() throws IOException {
        List<String> planted = plates("KPT", 3);
        String catalogue = instance.read("etc/sluice/catalogue/traffic.yaml");
        instance.write(
                "etc/sluice/catalogue/traffic.yaml",
                catalogue.replaceAll("label: (DIRECT|INDIRECT)(, deidentifiedAt: PT15M)?", "label: NONPERSONAL"));
        instance.write("etc/sluice/policies/keep-plates.yaml", """
                policy: itests-keep-plates
                permit: {stream: traffic.plate, purpose: traffic-planning, recipient: sluice.demo.platewatch}
                fields: {plate: keep, segment: keep, observed: keep}
                retention: {atMost: P1D}
                """);
        instance.write("deploy/platewatch.jar", Files.readAllBytes(instance.file("demo/" + PLATEWATCH + ".jar")));
        await().atMost(SOON)
                .until(() -> distribution
                        .shell("sluice:explain traffic.plate traffic-planning " + PLATEWATCH)
                        .contains("permitted by policy"));

        planted.forEach(plate -> assertThat(post("cam-1", plate, 95)).isEqualTo(204));

        assertThat(traces.of(planted))
                .filteredOn(hit -> hit.where().startsWith("data/sluice/spool/"))
                .extracting(IdentifierSearch.Hit::identifier)
                .containsAll(planted);
        instance.remove("deploy/platewatch.jar").remove("etc/sluice/policies/keep-plates.yaml");
        instance.write("etc/sluice/catalogue/traffic.yaml", catalogue);
        await().atMost(SOON)
                .until(() -> distribution
                        .shell("sluice:explain traffic.plate traffic-planning sluice.app.planning")
                        .contains("label DIRECT"));
    }

    /** What no city gives out: three letters of the test's, a separator, four digits. */
    private static List<String> plates(String letters, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> letters + "-" + (7_103 + 37 * i))
                .toList();
    }

    private int post(String camera, String plate, double confidence) {
        return distribution
                .web()
                .post(camera, City.SECRET, Plates.group(plate, confidence, Instant.now()))
                .statusCode();
    }

    private void postInBadMessages(String plate) {
        byte[] genuine = Plates.group(plate, Instant.now());
        byte[] truncated = Arrays.copyOf(genuine, genuine.length - 20);
        assertThat(distribution.web().post("cam-1", City.SECRET, truncated).statusCode())
                .isIn(400, 422, 429);
        assertThat(distribution.web().announce("cam-1", City.SECRET, genuine, 300_000))
                .isIn(413, 429);
        assertThat(distribution.web().post("cam-1", plate, genuine).statusCode())
                .isEqualTo(401);
        assertThat(distribution.web().post(plate, City.SECRET, genuine).statusCode())
                .isEqualTo(401);
    }

    private void publish(String account, String topic, List<String> plates) {
        try (Sender sender = Sender.connect(instance, account)) {
            plates.forEach(plate -> sender.publish(topic, Plates.group(plate, Instant.now())));
        }
    }
}
