package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bundles come and go while everything runs, and the gate keeps out whom the city's rules keep out. */
@ExtendWith(RunningCity.Shared.class)
final class DeployIT {
    private static final Duration PROMISED = Duration.ofSeconds(3);
    private static final String PLATEWATCH = "sluice.demo.platewatch";
    private static final String ADVERTISING = "sluice.demo.advertising";

    private final Distribution distribution;
    private final Instance instance;

    DeployIT(RunningCity city) {
        this.distribution = city.distribution();
        this.instance = city.instance();
    }

    @AfterEach
    void removeWhatWasDeployed() {
        for (String path : List.of(
                "deploy/" + PLATEWATCH + ".jar",
                "deploy/" + ADVERTISING + ".jar",
                "etc/sluice/policies/platewatch.yaml")) {
            if (Files.exists(instance.file(path))) {
                instance.remove(path);
            }
        }
        await().atMost(SOON).until(() -> !isHere(PLATEWATCH) && !isHere(ADVERTISING));
    }

    @Test
    void applications_join_and_leave_within_three_seconds_and_nothing_else_restarts() throws IOException {
        Set<String> before = components();
        long delivered = distribution.metrics().door("accepted");

        deploy(PLATEWATCH);
        deploy(ADVERTISING);
        await("both joined").atMost(PROMISED).until(() -> isHere(PLATEWATCH) && isHere(ADVERTISING));
        Set<String> with = components();
        instance.remove("deploy/" + PLATEWATCH + ".jar").remove("deploy/" + ADVERTISING + ".jar");
        await("both left").atMost(PROMISED).until(() -> !isHere(PLATEWATCH) && !isHere(ADVERTISING));

        assertThat(with).containsAll(before).anyMatch(line -> line.contains(PLATEWATCH));
        assertThat(components()).isEqualTo(before);
        assertThat(distribution.metrics().door("accepted")).isGreaterThanOrEqualTo(delivered);
    }

    @Test
    void an_application_whose_record_has_a_plate_does_not_bind_and_the_operator_reads_why() throws IOException {
        instance.write("etc/sluice/policies/platewatch.yaml", instance.read("demo/platewatch.yaml"));
        deploy(PLATEWATCH);
        await().atMost(SOON).until(() -> isHere(PLATEWATCH));
        String explain = "sluice:explain traffic.plate traffic-planning " + PLATEWATCH;
        await().atMost(SOON).until(() -> distribution.shell(explain).contains("not-released"));

        assertThat(post("WATCH01")).isEqualTo(204);

        assertThat(distribution.shell(explain))
                .contains("not-released", "field `plate`", "label DIRECT", "DEIDENTIFIED", "traffic-planning");
        assertThat(distribution.metrics().flow("traffic.plate", PLATEWATCH, "not-released"))
                .isPositive();
        assertThat(distribution.metrics().flow("traffic.plate", PLATEWATCH, "permitted"))
                .isZero();
        assertThat(distribution.shell("sluice:why")).contains(PLATEWATCH, "not-released");
    }

    @Test
    void an_application_for_advertising_gets_nothing() throws IOException {
        deploy(ADVERTISING);
        await().atMost(SOON).until(() -> isHere(ADVERTISING));

        assertThat(post("ADVERT1")).isEqualTo(204);

        Metrics metrics = distribution.metrics();
        assertThat(metrics.flow("traffic.plate", ADVERTISING, "prohibited")).isPositive();
        assertThat(metrics.of("sluice_flow_total", "recipient", ADVERTISING, "code", "permitted"))
                .isZero();
        assertThat(distribution.shell("sluice:explain traffic.plate advertising " + ADVERTISING))
                .contains("denied, prohibited", "MFIPPA s. 31");
    }

    private int post(String plate) {
        return distribution
                .web()
                .post("cam-1", City.SECRET, Plates.group(plate, Instant.now()))
                .statusCode();
    }

    private void deploy(String name) throws IOException {
        try (Stream<Path> jars = Files.list(instance.file("demo"))) {
            Path jar = jars.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
            instance.write("deploy/" + name + ".jar", Files.readAllBytes(jar));
        }
    }

    private boolean isHere(String application) {
        return distribution.metrics().of("sluice_guest_up", "name", application) == 1;
    }

    /** Bundles with ids and states, and components with ids: a restarted bundle's components have new ones. */
    private Set<String> components() {
        return Stream.of("bundle:list -t 0 -s --no-format", "scr:list --no-format")
                .flatMap(command -> distribution.shell(command).lines())
                .map(line -> line.replaceAll("\u001B\\[[;\\d]*m", "").strip())
                .filter(line -> line.matches(".*\\d.*"))
                .collect(Collectors.toSet());
    }
}
