package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under keys and store is full: applications that keep state wait, no key is made, and everything else goes on. */
final class DiskFullStateIT {
    private static final Bin BIN = new Bin(1, Bin.Network.TTN);
    private static final String KNOWN = "sluice.itests.known";
    /** Is permitted its first names while the disk is full. */
    private static final String NEWCOMER = "sluice.itests.newcomer";

    private static final String POLICY = "etc/sluice/policies/" + NEWCOMER + ".yaml";

    private final Distribution distribution = Distribution.unpacked("full-state");
    private final Instance instance = distribution.instance();
    private final ExecutorService load = Executors.newSingleThreadExecutor();
    private final Witnesses witnesses = Witnesses.in(distribution);
    private final Cameras cameras = Cameras.in(instance);
    private final SmallDisk disk;
    private String policy = "";

    DiskFullStateIT(@TempDir Path scratch) throws IOException {
        boolean isPossible = SmallDisk.isPossible(scratch);
        if (!isPossible) {
            System.out.println("full disk under keys and store: ABSENT: no permission to mount");
        }
        assumeTrue(isPossible, "no permission to mount a small disk");
        Path folder = scratch.resolve("state");
        disk = SmallDisk.mount(folder, 40);
        instance.set("etc/sluice.keys.cfg", "folder", folder.resolve("keys"));
        instance.set("etc/sluice.store.cfg", "folder", folder.resolve("store"));
    }

    @BeforeEach
    void start() {
        new City(instance).network(Bin.Network.TTN).bin(BIN);
        witnesses.names(KNOWN, "P1D", "Z").names(NEWCOMER, "P1D", "Z");
        policy = instance.read(POLICY);
        instance.remove(POLICY);
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
    void only_what_needs_them_stops_and_all_goes_on_when_there_is_room_again() throws Exception {
        cameras.pass(List.of(3));
        await().atMost(SOON).until(() -> witnesses.lines(KNOWN).size() == 3);
        disk.fill();
        Burst burst = new Burst(Sender.connect(instance, "ttn"), BIN);
        Future<?> sending = load.submit(burst);
        await("the store is down").atMost(Duration.ofSeconds(60)).until(() -> health().contains("store-down"));
        instance.write(POLICY, policy);
        await("no key is made").atMost(SOON).until(() -> {
            cameras.pass(List.of(1));
            return refusedForWantOfAKey() > 0;
        });

        assertThat(health()).contains("\"status\": \"warn\"", "keys-down");
        assertThat(distribution.web().status("/health")).isEqualTo(200);
        assertThat(distribution.shell("sluice:why")).contains("waiting for the store", "keys-down", "store-down");
        int told = Recorders.lines(distribution).size();
        int named = witnesses.lines(KNOWN).size();
        cameras.pass(List.of(1));
        await("others go on")
                .atMost(SOON)
                .until(() -> Recorders.lines(distribution).size() > told
                        && witnesses.lines(KNOWN).size() > named);

        disk.free();
        await("well again").atMost(Duration.ofSeconds(60)).until(() -> health().contains("\"status\": \"ok\""));
        burst.stop();
        sending.get();
        await("nothing is lost")
                .atMost(Duration.ofSeconds(60))
                .until(() -> distribution.metrics().flow("waste.container", "sluice.app.waste", "permitted")
                        >= burst.acknowledged().size());
        assertThat(distribution.metrics().flow("waste.container", "sluice.app.waste", "overflow"))
                .isZero();
        assertThat(witnesses.lines(NEWCOMER)).isEmpty();
        cameras.pass(List.of(1));
        await("a key is made")
                .atMost(SOON)
                .until(() -> !witnesses.lines(NEWCOMER).isEmpty());
    }

    private String health() {
        return distribution.web().get("/health").body();
    }

    private long refusedForWantOfAKey() {
        return distribution.metrics().flow("traffic.plate", NEWCOMER, "keys-down");
    }
}
