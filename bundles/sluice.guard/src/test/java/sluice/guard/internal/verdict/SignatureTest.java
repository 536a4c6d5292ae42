package sluice.guard.internal.verdict;

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
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** Who signed what, and what is no signature. */
final class SignatureTest {
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
        assertThat(Bundles.starts(bundle)).isFalse();
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
    }
}
