package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the ledger is full: what can not be recorded is not delivered, and is not lost either. */
final class DiskFullIT {
    private static final Bin BIN = new Bin(1, Bin.Network.TTN);

    private final Distribution distribution = Distribution.unpacked("full");
    private final Instance instance = distribution.instance();
    private final ExecutorService load = Executors.newSingleThreadExecutor();
    private final Path ledger;
    private final SmallDisk disk;

    DiskFullIT(@TempDir Path scratch) throws IOException {
        boolean isPossible = SmallDisk.isPossible(scratch);
        if (!isPossible) {
            System.out.println("full disk under the ledger: ABSENT: no permission to mount");
        }
        assumeTrue(isPossible, "no permission to mount a small disk");
        ledger = scratch.resolve("ledger");
        disk = SmallDisk.mount(ledger, 40);
    }

    @BeforeEach
    void start() throws IOException {
        new LedgerFiller(ledger).leave(4_000);
        new City(instance).network(Bin.Network.TTN).bin(BIN).camera("cam-1", "cams/cam-1");
        instance.set("etc/sluice.ledger.cfg", "folder", ledger);
        instance.set("etc/sluice.transport.http.cfg", "commit.timeout.millis", 2_000);
        Recorders.install(distribution);
        distribution.start();
    }

    @AfterEach
    void close() throws IOException {
        load.shutdownNow();
        distribution.close();
        disk.close();
    }

    @Test
    void delivery_and_answers_stop_and_go_on_without_a_loss_when_there_is_room_again() throws Exception {
        Burst burst = new Burst(Sender.connect(instance, "ttn"), BIN);
        Future<?> sending = load.submit(burst);
        await("flows").atMost(SOON).until(() -> !Recorders.lines(distribution).isEmpty());

        disk.fill();
        await("health says so")
                .atMost(Duration.ofSeconds(60))
                .until(() -> distribution.web().status("/health") == 503);

        assertThat(distribution.web().get("/health").body()).contains("ledger-down");
        assertThat(distribution.shell("sluice:why")).contains("ledger-down");
        assertThat(distribution.metrics().of("sluice_ledger_up")).isZero();
        assertThat(post("FULL001")).isEqualTo(503);
        int told = Recorders.lines(distribution).size();
        await("nothing is delivered")
                .during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> Recorders.lines(distribution).size() == told);

        disk.free();
        await("healthy again").atMost(SOON).until(() -> distribution.web().status("/health") == 200);
        burst.stop();
        sending.get();
        await("nothing is lost")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Recorders.idsByLevel(distribution).keySet().containsAll(burst.acknowledged()));
        assertThat(burst.acknowledged()).hasSizeGreaterThan(told);
        assertThat(post("FULL002")).isEqualTo(204);
        assertThat(distribution.shell("sluice:ledger-verify")).contains("ledger intact");
    }

    private int post(String plate) {
        return distribution
                .web()
                .post("cam-1", City.SECRET, Plates.group(plate, Instant.now()))
                .statusCode();
    }
}
