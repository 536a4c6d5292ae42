package sluice.guard.internal.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import sluice.guard.Admission.Answer;
import sluice.guard.Guest.State;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** What an operator decides, and what is said to that. */
final class DeskTest {
    private static final Key ACME = Key.of("acme");
    private static final Key OTHER = Key.of("other");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path home;

    private City city;

    @BeforeEach
    void start() {
        city = City.in(home).accept("acme", ACME);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void an_approved_bundle_runs_within_a_second() {
        Bundle bundle = city.install(ACME.sign(Jar.driver("acme.bin").in(home)));
        String digest = city.guest(bundle).digest();

        Answer answer = within(SECOND, () -> city.admission().approve(digest.substring(0, 8), "karaf"));

        assertThat(answer.isDone()).isTrue();
        assertThat(answer.text()).contains("acme.bin", "started");
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(city.folder().resolve("approved.list"))
                .content(UTF_8)
                .contains(digest + "  acme.bin  1.0.0  acme  karaf  ");
    }

    @Test
    void an_approval_taken_back_stops_the_bundle_within_a_second() {
        Bundle bundle = city.approved(Jar.driver("acme.bin"), ACME);
        String digest = city.guest(bundle).digest();

        Answer answer = within(SECOND, () -> city.admission().withdraw(digest.substring(0, 10), "karaf"));

        assertThat(answer.isDone()).isTrue();
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(city.guest(bundle).state()).isEqualTo(State.WAITING);
        assertThat(Bundles.loads(bundle, "acme.bin.MyDriver")).isFalse();
        assertThat(city.folder().resolve("approved.list")).content(UTF_8).contains("\n-" + digest);
    }

    @Test
    void a_revoked_vendors_bundles_stop_within_a_second() {
        Bundle one = city.approved(Jar.driver("acme.one"), ACME);
        Bundle two = city.approved(Jar.driver("acme.two"), ACME);
        Bundle other = city.accept("other", OTHER).approved(Jar.driver("other.bin"), OTHER);

        Answer answer = within(SECOND, () -> city.admission().revokeVendor("acme", "karaf"));

        assertThat(answer.isDone()).isTrue();
        assertThat(one.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(two.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(other.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(city.guest(one).reasons().get(0)).contains("(unknown-vendor)");
        assertThat(city.folder().resolve("vendors/acme.pem")).doesNotExist();
    }

    /** Who revoked a key did not mean to let in again what it signed, whenever the vendor comes back. */
    @Test
    void a_vendor_that_comes_back_starts_without_approvals() {
        Bundle bundle = city.approved(Jar.driver("acme.bin"), ACME);
        city.admission().revokeVendor("acme", "karaf");

        city.accept("acme", ACME);

        assertThat(city.guest(bundle).state()).isEqualTo(State.WAITING);
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
    }

    @Test
    void a_bundle_that_came_before_its_vendor_waits_once_the_vendor_is_accepted() {
        Bundle bundle = city.install(OTHER.sign(Jar.driver("other.bin").in(home)));
        assertThat(city.guest(bundle).state()).isEqualTo(State.REFUSED);

        city.accept("other", OTHER);

        assertThat(city.guest(bundle).state()).isEqualTo(State.WAITING);
    }

    @Test
    void what_can_not_be_approved_is_said() {
        Bundle refused = city.install(Jar.driver("acme.bad").in(home));
        Bundle approved = city.approved(Jar.driver("acme.bin"), ACME);

        assertNo(city.admission().approve("abc", "x"), "bad-digest");
        assertNo(city.admission().approve("../../etc/x", "x"), "bad-digest");
        assertNo(city.admission().approve("0123456789", "x"), "no-such-bundle");
        assertNo(city.admission().approve(city.guest(refused).digest(), "x"), "bundle-refused");
        assertNo(city.admission().approve(city.guest(approved).digest(), "x"), "already-approved");
        assertNo(city.admission().withdraw(city.guest(refused).digest(), "x"), "not-approved");
        assertNo(city.admission().withdraw("", "x"), "not-approved");
    }

    @Test
    void who_can_not_be_accepted_is_said() {
        Key expired =
                Key.with("expired", "-keyalg", "EC", "-groupname", "secp256r1", "-startdate", "-10d", "-validity", "5");
        Key weak = Key.with("weak", "-keyalg", "RSA", "-keysize", "1024", "-validity", "30");

        assertNo(city.admission().addVendor("Bad Name", OTHER.pem(), "x"), "bad-vendor-name");
        assertNo(city.admission().addVendor("../other", OTHER.pem(), "x"), "bad-vendor-name");
        assertNo(city.admission().addVendor("other", "no certificate", "x"), "bad-certificate");
        assertNo(city.admission().addVendor("other", OTHER.pem().substring(0, 200), "x"), "bad-certificate");
        assertNo(city.admission().addVendor("other", weak.pem(), "x"), "bad-certificate");
        assertNo(city.admission().addVendor("other", expired.pem(), "x"), "expired-certificate");
        assertNo(city.admission().addVendor("acme", OTHER.pem(), "x"), "vendor-exists");
        assertNo(city.admission().addVendor("other", ACME.pem(), "x"), "vendor-exists");
        assertNo(city.admission().revokeVendor("nobody", "x"), "no-such-vendor");
    }

    /** What can not be kept is not done. */
    @Test
    void without_a_place_to_write_nothing_is_decided() throws IOException {
        Bundle bundle = city.install(ACME.sign(Jar.driver("acme.bin").in(home)));
        Path list = city.folder().resolve("approved.list");
        Files.deleteIfExists(list);
        Files.createDirectories(list.resolve("in-the-way"));

        assertNo(city.admission().approve(city.guest(bundle).digest(), "x"), "list-unwritable");

        assertThat(city.guest(bundle).state()).isEqualTo(State.WAITING);
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
    }

    /** Otherwise what somebody wrote by hand would be gone with the next approval. */
    @Test
    void a_list_that_was_changed_by_hand_is_not_written_over() throws IOException {
        city.approved(Jar.driver("acme.bin"), ACME);
        Bundle next = city.install(ACME.sign(Jar.driver("acme.next").in(home)));
        Path list = city.folder().resolve("approved.list");
        Files.writeString(list, Files.readString(list) + "# by hand\n");

        assertNo(city.admission().approve(city.guest(next).digest(), "x"), "list-unwritable");

        assertThat(list).content(UTF_8).endsWith("# by hand\n").doesNotContain("acme.next");
    }

    @Test
    void files_are_their_owners_only() throws IOException {
        city.approved(Jar.driver("acme.bin"), ACME);

        for (String file : new String[] {"approved.list", "vendors/acme.pem"}) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(city.folder().resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    /** A new line in a name would write a line of its own into the list. */
    @Test
    void who_decides_is_written_as_one_word() {
        Bundle bundle = city.install(ACME.sign(Jar.driver("acme.bin").in(home)));
        city.admission().approve(city.guest(bundle).digest(), "a b\nc".repeat(30));

        assertThat(city.folder().resolve("approved.list"))
                .content(UTF_8)
                .contains("  a_b_ca_b_c")
                .hasLineCount(2);
    }

    private static Answer within(Duration limit, Supplier<Answer> call) {
        long before = System.nanoTime();
        Answer answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(limit);
        return answer;
    }

    private static void assertNo(Answer answer, String code) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.isDone()).isFalse();
        assertThat(answer.text()).isNotBlank().doesNotContain("\n");
    }
}
