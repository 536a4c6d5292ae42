package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What was written down can be verified; and what was tampered with, put back, or is in use by another is refused, and stops no more than what
 * needs it. One instance through three starts, each test a step.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EvidenceIT {
    private static final String NAMER = "sluice.itests.namer";
    private static final String SECRET = "etc/sluice-keys.secret";
    private static final List<Bin> BINS =
            List.of(new Bin(1, Bin.Network.TTN), new Bin(2, Bin.Network.TTN), new Bin(3, Bin.Network.TTN));

    private final Distribution distribution = Distribution.unpacked("evidence");
    private final Instance instance = distribution.instance();
    private final Witnesses witnesses = Witnesses.in(distribution);
    private final Cameras cameras = Cameras.in(instance);
    private String key = "";
    private String secret = "";

    @BeforeAll
    void start() {
        City city = new City(instance).network(Bin.Network.TTN);
        BINS.forEach(city::bin);
        witnesses.names(NAMER, "P1D");
        Recorders.install(distribution);
        assertThat(instance.file(SECRET)).doesNotExist();
        distribution.start();
        cameras.pass(List.of(3));
        uplinkArrives(BINS.get(0));
        await().atMost(SOON)
                .until(() -> pickups() == 1 && witnesses.lines(NAMER).size() == 3);
    }

    @AfterAll
    void close() {
        distribution.close();
    }

    @Test
    @Order(1)
    void a_first_start_makes_secret_and_store_for_their_owner_only() throws IOException {
        assertThat(Files.getPosixFilePermissions(instance.file(SECRET)))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        for (Path file : instance.files("data/sluice")) {
            assertThat(Files.getPosixFilePermissions(file))
                    .as(file.toString())
                    .extracting(Enum::name)
                    .allMatch(name -> name.startsWith("OWNER_"));
        }
        assertThat(instance.read("data/log/karaf.log").lines())
                .filteredOn(line -> line.contains("| ERROR ") || line.contains("| WARN "))
                .as("a guest that lay in deploy/ before the platform was there is told of by fileinstall")
                .filteredOn(line -> !line.contains("fileinstall"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void a_real_runs_ledger_is_verified_by_the_platform_and_from_its_files_alone() throws IOException {
        String said = distribution.shell("sluice:ledger-verify");
        assertThat(said).contains("ledger intact");
        StandaloneVerifier verifier = StandaloneVerifier.toldBy(said);
        key = verifier.key();
        Path older = Files.copy(ledger().resolve("checkpoint"), instance.file("older-checkpoint"));
        cameras.pass(List.of(3));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(verifier.verify(ledger(), "--since", older.toString()))
                        .contains("signature good", "it continues", "VERIFIED", "exit code 0"));
        assertThat(new StandaloneVerifier(key.replaceAll("\\+[0-9a-f]{8}\\+", "+00000000+")).verify(ledger()))
                .doesNotContain("VERIFIED");
    }

    @Test
    @Order(3)
    void a_second_platform_on_the_same_folders_is_refused_and_the_first_goes_on() {
        try (Distribution second = Distribution.unpacked("second")) {
            second.instance()
                    .set("etc/sluice.ledger.cfg", "folder", ledger())
                    .set("etc/sluice.store.cfg", "folder", instance.file("data/sluice/store"))
                    .set("etc/sluice.keys.cfg", "folder", instance.file("data/sluice/epoch-keys"))
                    .set("etc/sluice.keys.cfg", "secret.file", instance.file(SECRET));
            second.launch();
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> second.web().status("/health") == 503
                            && second.web().get("/health").body().contains("keys-in-use"));
            assertThat(second.web().get("/health").body()).contains("ledger-down", "store-down");
        }
        uplinkArrives(BINS.get(0));
        assertThat(distribution.web().health()).isEqualTo("ok");
    }

    /** Wrong secret and old database at once: two parts say why, and what needs neither goes on. */
    @Test
    @Order(4)
    void a_wrong_secret_and_an_old_store_stop_only_what_needs_them() throws IOException {
        assertThat(distribution.shell("sluice:backup " + instance.file("backup")))
                .contains("without its keys");
        uplinkArrives(BINS.get(1));
        await().atMost(SOON).until(() -> pickups() == 2);
        secret = instance.read(SECRET);
        distribution.stop();
        restoreBackup();
        Files.writeString(instance.file(SECRET), "another-secret-0123456789\n");

        distribution.start();

        assertThat(distribution.web().health()).isEqualTo("warn");
        assertThat(distribution.web().get("/health").body()).contains("keys-secret-wrong", "store-rolled-back");
        uplinkArrives(BINS.get(2));
        cameras.pass(List.of(3));
        await().atMost(SOON)
                .until(() -> distribution.metrics().flow("traffic.plate", "sluice.app.planning", "permitted") == 3);
        await().atMost(SOON).until(() -> distribution.metrics().flow("traffic.plate", NAMER, "keys-down") == 3);
        assertThat(pickups()).isZero();
        assertThat(distribution.shell("sluice:why"))
                .contains("keys-secret-wrong", "store-rolled-back", "it needs its state");
    }

    @Test
    @Order(5)
    void a_privacy_officer_accepts_the_old_store_and_it_goes_on() throws IOException {
        assertThat(distribution.shell("sluice:store-accept")).doesNotContain("Error");

        await().atMost(SOON).until(() -> pickups() == 1);
        await().atMost(SOON)
                .until(() -> !distribution.web().get("/health").body().contains("store-rolled-back"));
        assertThat(new LedgerFiles(instance).entries("event"))
                .anyMatch(event -> event.contains("store-accepted") && event.contains("operator"));
    }

    @Test
    @Order(6)
    void a_secret_that_is_put_right_needs_no_restart_and_names_are_as_before() throws IOException {
        Map<String, String> before = witnesses.byKey(NAMER);
        int told = witnesses.lines(NAMER).size();
        Files.writeString(instance.file(SECRET), secret);
        await().atMost(SOON).until(() -> distribution.web().health().equals("ok"));

        cameras.pass(List.of(3));

        await().atMost(SOON).until(() -> witnesses.lines(NAMER).size() == told + 3);
        assertThat(witnesses.byKey(NAMER)).isEqualTo(before);
    }

    @Test
    @Order(7)
    void one_changed_byte_of_a_tile_is_named_by_both_and_a_start_refuses() throws IOException {
        distribution.stop();
        Path tile = tile();
        Bytes.flip(tile, 40);

        distribution.launch();
        await().atMost(Duration.ofSeconds(120))
                .until(() -> distribution.web().status("/health") == 503
                        && distribution.web().get("/health").body().contains("ledger-broken")
                        && Distribution.isOpen(instance.ports().ssh()));

        assertThat(distribution.shell("sluice:ledger-verify"))
                .containsPattern("LEDGER NOT INTACT: entry \\d+")
                .contains("tile/0/000.p");
        assertThat(new StandaloneVerifier(key).verify(ledger())).contains("REFUTED", "exit code 1");
        assertThat(distribution.shell("sluice:why")).contains("ledger-broken", "keep its folder as evidence");
        int told = Recorders.lines(distribution).size();
        Bytes.flip(tile, 40);
        assertThat(new StandaloneVerifier(key).verify(ledger())).contains("VERIFIED");
        assertThat(Recorders.lines(distribution)).hasSize(told);
    }

    private void restoreBackup() throws IOException {
        Path store = instance.file("data/sluice/store");
        Files.copy(instance.file("backup/store.db"), store.resolve("store.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(store.resolve("store.db-wal"));
    }

    /** The tile of the last leaves, as wide as the checkpoint says. */
    private Path tile() throws IOException {
        int size = Integer.parseInt(
                Files.readAllLines(ledger().resolve("checkpoint")).get(1));
        return ledger().resolve("tile/0/%03d.p/%d".formatted(size / 256, size % 256));
    }

    private Path ledger() {
        return instance.file("data/sluice/ledger");
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
