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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import sluice.itests.counter.Counter;
import sluice.itests.counter.Level;

/** A stranger's application from its arrival to its leaving, as an operator sees it: issue 3, point 6. */
@ExtendWith(RunningCity.Shared.class)
final class AdmissionIT {
    private static final String GUEST = "sluice.itests.counter";
    private static final String VENDOR = "itests-vendor";
    private static final String JAR = "deploy/counter.jar";
    private static final String POLICY = "etc/sluice/policies/counter.yaml";
    private static final Duration SEEN = Duration.ofSeconds(3);
    private static final Duration FLOWS = Duration.ofSeconds(1);

    private final RunningCity city;
    private final Distribution distribution;
    private final Instance instance;
    private final Bin bin = new Bin(200, Bin.Network.TTN);

    @TempDir
    private Path folder;

    private long uplinks;

    AdmissionIT(RunningCity city) {
        this.city = city;
        this.distribution = city.distribution();
        this.instance = city.instance();
    }

    @BeforeEach
    void a_policy_for_it() {
        city.know(bin);
        instance.write(POLICY, """
                policy: itests-counter
                permit: {stream: waste.container, purpose: waste-collection, recipient: sluice.itests.counter}
                fields: {container: keep, fillingLevel: keep}
                retention: {atMost: P1D}
                """);
    }

    @AfterEach
    void removeWhatWasDeployed() throws IOException {
        Files.deleteIfExists(instance.file(JAR));
        Files.deleteIfExists(instance.file(POLICY));
        distribution.shell("sluice:vendor-revoke " + VENDOR);
        await().atMost(SOON).until(() -> !page().contains(GUEST));
    }

    @Test
    void a_strangers_application_is_refused_then_waits_then_is_let_in_and_taken_back() throws IOException {
        VendorKey vendor = VendorKey.in(folder, "Itests Vendor");
        byte[] jar = vendor.signed(TestBundle.of(Counter.class, List.of(Level.class)));
        String digest = TrustList.sha256(jar);

        instance.write(JAR, jar);
        await("seen").atMost(SEEN).until(() -> isAmong("refused"));
        assertThat(record()).contains("state          refused", "nobody accepted", digest);
        assertThat(distribution.shell("sluice:approve " + digest)).contains("[bundle-refused]");

        assertThat(distribution.shell("sluice:vendor-add " + VENDOR + " " + vendor.certificate()))
                .contains("accepted `" + VENDOR + "`", "SHA-256 ");
        await("waiting").atMost(SEEN).until(() -> isAmong("waiting"));
        assertThat(record()).contains("signed by      " + VENDOR, "sluice:approve " + digest.substring(0, 12));
        assertThat(distribution.shell("sluice:why")).contains(GUEST, "bundle-waiting", "sluice:approve");
        assertThat(isHere()).isFalse();

        assertThat(distribution.shell("sluice:approve " + digest.substring(0, 12)))
                .contains("approved `" + GUEST);
        await("bound").atMost(FLOWS).until(this::isHere);
        uplink();
        await("data flows").atMost(FLOWS).until(() -> permitted() > 0);
        assertThat(record()).contains("state          approved");

        assertThat(distribution.shell("sluice:withdraw " + digest)).contains("stopped 1");
        await("gone").atMost(FLOWS).until(() -> !isHere());
        long told = permitted();
        uplink();
        assertThat(permitted()).isEqualTo(told);
        assertThat(record()).contains("state          waiting");
        assertDecisionsAreInTheLedger(digest);
    }

    /** Whoever holds a vendor's key can sign as that vendor: revoking it has to stop what it signed at once. */
    @Test
    void revoking_a_vendor_stops_its_bundles_within_a_second() {
        VendorKey vendor = VendorKey.in(folder, "Itests Vendor");
        byte[] jar = vendor.signed(TestBundle.of(Counter.class, List.of(Level.class)));
        distribution.shell("sluice:vendor-add " + VENDOR + " " + vendor.certificate());
        instance.write(JAR, jar);
        await("waiting").atMost(SEEN).until(() -> isAmong("waiting"));
        distribution.shell("sluice:approve " + TrustList.sha256(jar));
        await("let in").atMost(FLOWS).until(this::isHere);

        assertThat(distribution.shell("sluice:vendor-revoke " + VENDOR)).contains("revoked `" + VENDOR + "`");

        await("gone").atMost(FLOWS).until(() -> !isHere());
        assertThat(record()).contains("state          refused");
    }

    private void assertDecisionsAreInTheLedger(String digest) {
        LedgerFiles ledger = new LedgerFiles(instance);
        for (String event : List.of("bundle-waiting", "bundle-approved", "approval-withdrawn")) {
            await(event)
                    .atMost(SOON)
                    .until(() -> ledger.entries("event").stream()
                            .anyMatch(entry -> entry.contains("\"" + event + "\"") && entry.contains(digest)));
        }
        await("by whom")
                .atMost(SOON)
                .until(() -> ledger.entries("event").stream()
                        .anyMatch(entry ->
                                entry.contains("\"bundle-approved\"") && entry.contains("\"by\":\"operator\"")));
        assertThat(distribution.shell("sluice:ledger-verify")).contains("ledger intact");
    }

    private void uplink() {
        try (Sender sender = Sender.connect(instance, "ttn")) {
            assertThat(sender.publish(bin.topic(), bin.uplink(++uplinks, 2_500, Instant.now())))
                    .isZero();
        }
    }

    private String record() {
        return distribution.shell("sluice:admission " + GUEST);
    }

    /** What the console's page shows now; faster to ask than the shell, which starts a JVM. */
    private String page() {
        return distribution
                .web()
                .getAs("operator", distribution.password(), "/system/console/sluice-admission/admission.live")
                .body();
    }

    /** Whether the page has it in that section now. */
    private boolean isAmong(String state) {
        String from = page().split("id=\"sluice-" + state + "\"", 2)[1];
        return from.substring(0, from.indexOf("</section>")).contains(GUEST);
    }

    private boolean isHere() {
        return distribution.metrics().of("sluice_guest_up", "name", GUEST) == 1;
    }

    private long permitted() {
        return distribution.metrics().flow("waste.container", GUEST, "permitted");
    }
}
