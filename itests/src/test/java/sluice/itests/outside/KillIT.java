package sluice.itests.outside;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sluice.itests.outside.IdentifierSearch.Hit;

/** SIGKILL under load, then a restart: what the platform promised about both kinds of streams. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillIT {
    private static final int ENOUGH = 3_000;
    private static final List<Bin> BINS = IntStream.rangeClosed(1, 16)
            .mapToObj(i -> new Bin(i, Bin.Network.TTN))
            .toList();
    private static final List<String> PLATES =
            IntStream.range(0, 200).mapToObj(i -> "KIL-" + (4_007 + 23 * i)).toList();

    private final Distribution distribution = Distribution.unpacked("kill");
    private final Instance instance = distribution.instance();
    private final ExecutorService load = Executors.newCachedThreadPool();
    private Set<String> acknowledged = Set.of();
    private List<Hit> foundAfterKill = List.of();
    private long refusedAsOvertaken;

    @BeforeAll
    void kill_under_load_and_restart() throws Exception {
        City city = new City(instance)
                .network(Bin.Network.TTN)
                .account("cams", false)
                .camera("cam-1", "cams/cam-1");
        BINS.forEach(city::bin);
        Recorders.install(distribution);
        distribution.start();
        List<Burst> bursts = BINS.stream()
                .map(bin -> new Burst(Sender.connect(instance, "ttn"), bin))
                .toList();
        List<Future<?>> senders = new ArrayList<>();
        bursts.forEach(burst -> senders.add(load.submit(burst)));
        senders.add(load.submit(() -> plateReads(Sender.connect(instance, "cams"))));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> acknowledgedIn(bursts).size() >= ENOUGH);
        refusedAsOvertaken = distribution.metrics().stream("waste.container", "out-of-order");
        distribution.kill();
        for (Future<?> sender : senders) {
            sender.get();
        }
        acknowledged = acknowledgedIn(bursts);
        foundAfterKill = new Traces(distribution).inFiles(PLATES);
        distribution.start();
    }

    @AfterAll
    void close() {
        load.shutdownNow();
        distribution.close();
    }

    @Test
    void no_acknowledged_uplink_is_lost() {
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        await().atMost(Duration.ofSeconds(60)).until(() -> recorded().keySet().containsAll(acknowledged));
    }

    @Test
    void no_uplink_is_refused_because_another_overtook_it() {
        assertThat(refusedAsOvertaken).isZero();
    }

    @Test
    void what_comes_twice_has_the_same_id() {
        await().atMost(Duration.ofSeconds(60)).until(() -> recorded().keySet().containsAll(acknowledged));

        assertThat(recorded().values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        Collection<String> ids =
                recorded().values().stream().flatMap(Set::stream).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** Plate reads in flight may be lost, and how many nobody knows; but when, the ledger says. */
    @Test
    void the_gap_is_reported() throws IOException {
        assertThat(new LedgerFiles(instance).entries("gap"))
                .singleElement()
                .asString()
                .containsPattern("\"from\":\\d+,\"to\":\\d+");
        assertThat(instance.read("data/log/karaf.log")).contains("the last stop was no clean one");
        assertThat(distribution.shell("sluice:ledger-verify")).contains("ledger intact");
    }

    @Test
    void no_plate_is_on_disk() throws IOException {
        assertThat(foundAfterKill).isEmpty();
        assertThat(new Traces(distribution).of(PLATES)).isEmpty();
    }

    private static Set<String> acknowledgedIn(List<Burst> bursts) {
        return bursts.stream().flatMap(burst -> burst.acknowledged().stream()).collect(toSet());
    }

    /** {@code bin level} to the ids under which it was told. */
    private Map<String, Set<String>> recorded() {
        return Recorders.idsByLevel(distribution);
    }

    /** By both ways at once, as fast as the camera's share allows, until nobody takes them. */
    private void plateReads(Sender camera) {
        try {
            for (int i = 0; ; i = (i + 1) % PLATES.size()) {
                byte[] message = Plates.group(PLATES.get(i), Instant.now());
                camera.publish("cams/cam-1", message);
                distribution.web().post("cam-1", City.SECRET, message);
            }
        } catch (IllegalStateException serverIsGone) {
            // that is what the test is about
        }
    }
}
