package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guard is stopped under a running city, and started again. */
final class GuardDownIT {
    private final Distribution distribution = Distribution.unpacked("guard-down");

    @BeforeEach
    void a_city_with_a_camera() {
        new City(distribution.instance()).account("ttn", true).camera("cam-1", "cams/cam-1");
        distribution.start();
    }

    @AfterEach
    void close() {
        distribution.close();
    }

    /** DESIGN section 6: its stop first stops intake, then stops and refreshes all guests, then drops its hooks. */
    @Test
    void without_the_guard_nothing_is_taken_in_and_with_it_everything_is_again() throws IOException {
        assertThat(post()).isEqualTo(204);

        distribution.shell("bundle:stop sluice.guard");

        assertThat(post()).as("there is no broker, and so no webhook").isIn(404, 503);
        assertThat(distribution.web().status("/health")).isEqualTo(503);
        assertThat(distribution.metrics().of("sluice_guard_armed")).isZero();
        assertThat(distribution.shell("sluice:why")).contains("guard-down");
        assertThat(new LedgerFiles(distribution.instance()).entries("event"))
                .anyMatch(entry -> entry.contains("\"guard-stopping\""));
        assertThat(distribution.shell("bundle:list -t 0 -s --no-format").lines())
                .filteredOn(line -> line.contains("sluice.driver.") && !line.contains("sluice.driver.spi"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("Active"));

        distribution.shell("bundle:start sluice.guard");

        await("it runs again").atMost(SOON).until(() -> distribution.web().status("/health") == 200);
        await("it takes in again").atMost(SOON).until(() -> post() == 204);
        assertThat(List.of("sluice.driver.alpr", "sluice.app.planning"))
                .allMatch(name -> distribution.metrics().of("sluice_guest_up", "name", name) == 1);
    }

    private int post() {
        return distribution
                .web()
                .post("cam-1", City.SECRET, Plates.group("GUARD01", Instant.now()))
                .statusCode();
    }
}
