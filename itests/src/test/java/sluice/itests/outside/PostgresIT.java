package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sluice.itests.outside.RunningCity.SOON;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store over a PostgreSQL by configuration alone, which goes away and comes back. */
final class PostgresIT {
    private static final Bin FIRST = new Bin(1, Bin.Network.TTN);
    private static final Bin SECOND = new Bin(2, Bin.Network.TTN);

    private final Distribution distribution = Distribution.unpacked("postgres");
    private final Instance instance = distribution.instance();
    private final Path data;
    private @Nullable EmbeddedPostgres server;
    private int port;

    PostgresIT(@TempDir Path scratch) {
        data = scratch.resolve("data");
    }

    @AfterEach
    void close() throws IOException {
        distribution.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void applications_with_state_wait_while_it_is_away_and_all_others_go_on() throws IOException {
        assumeThatItCanBeServed();
        new City(instance).network(Bin.Network.TTN).bin(FIRST).bin(SECOND);
        Recorders.install(distribution);
        instance.set("etc/sluice.store.cfg", "url", "jdbc:postgresql://127.0.0.1:" + port + "/postgres")
                .set("etc/sluice.store.cfg", "account", "postgres");
        distribution.start();
        uplinkArrives(FIRST);
        await().atMost(SOON).until(() -> pickups() == 1);
        assertThat(distribution.shell("sluice:store-status")).contains("PostgreSQL `jdbc:postgresql://127.0.0.1");
        assertThat(instance.file("data/sluice/store/store.db")).doesNotExist();

        required(server).close();
        await("the store is down").atMost(Duration.ofSeconds(60)).until(() -> health().contains("store-down"));
        uplinkArrives(SECOND);
        assertThat(distribution.shell("sluice:why")).contains("store-down", "waiting for the store");
        assertThat(distribution.web().status("/health")).isEqualTo(200);
        assertThat(pickups()).isOne();

        serve();
        await("well again").atMost(Duration.ofSeconds(60)).until(() -> health().contains("\"status\": \"ok\""));
        await("what waited is done").atMost(SOON).until(() -> pickups() == 2);
        uplinkArrives(FIRST);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> pickups() == 2);
    }

    /** On the port and the data of before, if there was one. */
    private void serve() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        port = server.getPort();
    }

    private void assumeThatItCanBeServed() {
        try {
            serve();
        } catch (IOException | RuntimeException notHere) {
            System.out.println("PostgreSQL for the distribution: ABSENT: " + notHere.getMessage());
        }
        assumeTrue(server != null, "PostgreSQL can not be started here");
    }

    private static EmbeddedPostgres required(@Nullable EmbeddedPostgres server) {
        if (server == null) {
            throw new IllegalStateException("no server");
        }
        return server;
    }

    private String health() {
        return distribution.web().get("/health").body();
    }

    private void uplinkArrives(Bin bin) {
        int told = Recorders.lines(distribution).size();
        try (Sender sender = Sender.connect(instance, bin.network().account())) {
            assertThat(sender.publish(bin.topic(), bin.uplink(1 + told, 1_000 + told, Instant.now())))
                    .isZero();
        }
        await("told").atMost(SOON).until(() -> Recorders.lines(distribution).size() > told);
    }

    private long pickups() {
        return distribution.metrics().stream("waste.pickup-due", "classified");
    }
}
