package sluice.guard.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import sluice.guard.Guest;
import sluice.guard.Guest.State;

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
        assertThat(City.loads(bundle, "acme.bin.MyDriver")).isTrue();
    }

    @Test
    void an_unsigned_jar_is_refused() {
        assertRefused(Jar.driver("acme.bin").in(home), "(unsigned)");
    }

    @Test
    void an_unknown_signer_is_refused() {
        assertRefused(OTHER.sign(Jar.driver("acme.bin").in(home)), "(unknown-vendor)");
    }

    @Test
    void an_entry_that_came_after_the_signature_is_refused() throws IOException {
        Path jar = ACME.sign(Jar.driver("acme.bin").in(home));
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of())) {
            Files.writeString(zip.getPath("/late.txt"), "late");
        }

        assertRefused(jar, "late.txt", "(unsigned-entry)");
    }

    /** The JDK takes it for a part of the signature and does not want it signed. */
    @Test
    void a_stowaway_among_the_signature_files_is_refused() throws IOException {
        Path jar = ACME.sign(Jar.driver("acme.bin").in(home));
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of())) {
            Files.writeString(zip.getPath("/META-INF/SIG-LATE"), "late");
        }

        assertRefused(jar, "(unsigned-entry)");
    }

    @Test
    void an_entry_that_was_changed_is_refused() throws IOException {
        Path jar = ACME.sign(
                Jar.driver("acme.bin").entry("a.txt", "before".getBytes(UTF_8)).in(home));
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of())) {
            Files.writeString(zip.getPath("/a.txt"), "after!");
        }

        assertRefused(jar, "(bad-signature)");
    }

    /** The JDK would accept it: a signature need not cover the whole manifest. */
    @Test
    void a_manifest_that_grew_after_the_signature_is_refused() throws IOException {
        Path jar = ACME.sign(Jar.driver("acme.bin").in(home));
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of())) {
            Path manifest = zip.getPath("/META-INF/MANIFEST.MF");
            Files.writeString(manifest, Files.readString(manifest) + "Name: more.txt\r\nColour: red\r\n\r\n");
        }

        assertRefused(jar, "(bad-signature)");
    }

    @Test
    void two_signatures_are_refused() {
        assertRefused(OTHER.sign(ACME.sign(Jar.driver("acme.bin").in(home))), "(mixed-signers)");
    }

    @Test
    void a_signature_by_sha_1_is_refused() {
        assertThat(judged(ACME.sign(Jar.driver("acme.bin").in(home), "SHA-1"))
                        .reasons()
                        .get(0))
                .containsAnyOf("(weak-signature)", "(unsigned-entry)");
    }

    @Test
    void two_entries_of_one_name_are_refused() throws IOException {
        Path jar = ACME.sign(Jar.driver("acme.bin")
                .entry("one.txt", "1".getBytes(UTF_8))
                .entry("two.txt", "2".getBytes(UTF_8))
                .in(home));
        // Both places of the name: before its content, and in the directory at the end.
        String text = Files.readString(jar, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("two.txt", "one.txt");
        Files.writeString(jar, text, java.nio.charset.StandardCharsets.ISO_8859_1);

        assertRefused(jar, "one.txt", "(duplicate-entry)");
    }

    @Test
    void a_certificate_that_ran_out_is_refused() {
        Path jar = ACME.sign(Jar.driver("acme.bin").in(home));
        city.goAhead(Duration.ofDays(31));

        assertRefused(jar, "(expired-certificate)");
    }

    @Test
    void a_certificate_of_the_future_is_refused() {
        Path jar = ACME.sign(Jar.driver("acme.bin").in(home));
        city.goAhead(Duration.ofDays(-2));

        assertRefused(jar, "(expired-certificate)");
    }

    @Test
    void an_approval_outlives_the_certificate() throws Exception {
        Bundle bundle = city.approved(Jar.driver("acme.bin"), ACME);
        city.goAhead(Duration.ofDays(31));
        Bundle guard = city.bundle("sluice.guard");
        guard.stop();
        guard.start();

        assertThat(city.guest(bundle).state()).isEqualTo(State.APPROVED);
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

    /** Felix itself takes neither for a bundle; where it does, the guard does not. */
    @Test
    void what_is_no_jar_has_no_signature() throws IOException {
        Path empty = Files.createFile(home.resolve("empty.jar"));
        Path text = Files.writeString(home.resolve("text.jar"), "PK, but no zip");

        assertThat(SignedJar.read(empty).faults())
                .singleElement()
                .matches(fault -> fault.rule().equals("not-a-jar"));
        assertThat(SignedJar.read(text).faults())
                .singleElement()
                .matches(fault -> fault.rule().equals("not-a-jar"));
    }

    private Guest judged(Path jar) {
        return city.guest(city.install(jar));
    }

    private void assertRefused(Path jar, String... parts) {
        Bundle bundle = city.install(jar);
        Guest guest = city.guest(bundle);

        assertThat(guest.state()).isEqualTo(State.REFUSED);
        assertThat(guest.reasons()).anySatisfy(reason -> assertThat(reason).contains(parts));
        assertThat(City.starts(bundle)).isFalse();
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
    }
}
