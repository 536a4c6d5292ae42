package sluice.guard.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import sluice.guard.Guest;
import sluice.guard.Guest.State;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** What is decided about a content, and why. */
final class VerdictTest {
    private static final Key ACME = Key.of("acme");
    private static final Key OTHER = Key.of("other");

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
    void what_an_accepted_vendor_signed_waits_for_an_approval() {
        Guest guest = judged(ACME.sign(Jar.driver("acme.bin").in(home)));

        assertThat(guest.state()).isEqualTo(State.WAITING);
        assertThat(guest.signer()).isEqualTo("acme");
        assertThat(guest.name()).isEqualTo("acme.bin");
        assertThat(guest.version()).isEqualTo("1.0.0");
        assertThat(guest.digest()).hasSize(64);
        assertThat(guest.reasons()).isEmpty();
    }

    @Test
    void what_a_trust_list_names_is_no_guest() {
        Bundle bundle = city.platform(Jar.bundle("karaf.thing"));

        assertThat(city.admission().guests()).noneMatch(guest -> guest.bundleId() == bundle.getBundleId());
    }

    @Test
    void approved_content_runs() {
        Bundle bundle = city.approved(Jar.driver("acme.bin"), ACME);

        assertThat(city.guest(bundle).state()).isEqualTo(State.APPROVED);
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(Bundles.loads(bundle, "acme.bin.MyDriver")).isTrue();
    }

    @Test
    void the_platforms_names_are_not_for_guests() {
        assertRefused(ACME.sign(Jar.driver("sluice.broker").in(home)), "(platform-name)");
    }

    @Test
    void a_bundle_without_a_symbolic_name_is_refused() {
        Path jar = ACME.sign(Jar.driver("x")
                .without("Bundle-ManifestVersion")
                .without("Bundle-SymbolicName")
                .in(home));

        assertRefused(jar, "(bad-name)");
    }

    @Test
    void a_name_belongs_to_the_vendor_under_whom_it_was_first_approved() {
        city.accept("other", OTHER);
        city.approved(Jar.driver("acme.bin"), ACME);

        assertRefused(
                OTHER.sign(
                        Jar.driver("acme.bin").header("Bundle-Version", "2.0.0").in(home)),
                "(name-taken)");
    }

    @Test
    void a_name_stays_with_its_vendor_when_the_approval_is_taken_back() {
        city.accept("other", OTHER);
        Bundle bundle = city.approved(Jar.driver("acme.bin"), ACME);
        city.admission().withdraw(city.guest(bundle).digest(), "test");

        assertRefused(
                OTHER.sign(
                        Jar.driver("acme.bin").header("Bundle-Version", "2.0.0").in(home)),
                "(name-taken)");
    }

    @Test
    void content_outside_the_bundle_cache_is_refused() throws Exception {
        Path jar = ACME.sign(Jar.driver("acme.bin").in(home));
        Bundle bundle = city.context().installBundle("reference:file:" + jar);

        assertThat(city.guest(bundle).reasons().get(0)).contains("(foreign-content)");
    }

    @Test
    void a_folder_is_refused() throws Exception {
        Path folder = Files.createDirectories(home.resolve("folder/META-INF"));
        Files.writeString(
                folder.resolve("MANIFEST.MF"),
                "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: f\n");
        Bundle bundle = city.context().installBundle("reference:file:" + folder.getParent());

        assertThat(city.guest(bundle).reasons().get(0)).contains("(no-content)");
    }

    @Test
    void far_too_many_entries_are_refused_without_reading_them() {
        Jar jar = Jar.driver("acme.bin");
        for (int i = 0; i < 100_000; i++) {
            jar.entry("e" + i, new byte[0]);
        }

        assertRefused(jar.in(home), "(too-many-entries)");
    }

    private Guest judged(Path jar) {
        return city.guest(city.install(jar));
    }

    private void assertRefused(Path jar, String... parts) {
        Bundle bundle = city.install(jar);
        Guest guest = city.guest(bundle);

        assertThat(guest.state()).isEqualTo(State.REFUSED);
        assertThat(guest.reasons()).anySatisfy(reason -> assertThat(reason).contains(parts));
        assertThat(Bundles.starts(bundle)).isFalse();
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
    }
}
