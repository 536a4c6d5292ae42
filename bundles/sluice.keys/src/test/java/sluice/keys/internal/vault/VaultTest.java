package sluice.keys.internal.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.journal.Disk;

/** What an operator can do wrong, and what others can do to files. */
final class VaultTest {
    private static final Instant NOW = Instant.parse("2026-11-25T17:00:00Z");
    private static final Contents CONTENTS =
            new Contents(List.of(), List.of(), NOW, List.of(new Contents.Notice("any", Map.of("a", "1"))));

    @TempDir
    Path folder;

    private Path secret;

    @BeforeEach
    void name() {
        secret = folder.resolve("etc/secret");
    }

    private VaultSettings settings(KeystoreSettings keystore, boolean isHandedIn) {
        return new VaultSettings(
                folder.resolve("keys"),
                folder.resolve("keys/never-back-up"),
                new Secret(secret, isHandedIn),
                keystore,
                Disk.ofThisMachine());
    }

    private Vault open() throws IOException {
        return Vault.open(settings(KeystoreSettings.STANDARD, false), 0, NOW);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String code) {
        return assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void make() throws IOException {
        try (Vault vault = open()) {
            vault.save(CONTENTS);
        }
    }

    @Test
    void the_first_start_makes_a_secret_and_files_that_only_their_owner_can_read() throws IOException {
        make();
        for (String file : List.of("etc/secret", "keys/master.p12", "keys/epochs", "keys/never-back-up/ratchet")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(secret)).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"PKCS12, ''", "PKCS12, SUN", "JCEKS, SunJCE", "PKCS12, SunJSSE"})
    void the_master_key_may_be_with_any_provider(String type, String provider) throws IOException {
        VaultSettings settings = settings(new KeystoreSettings(type, provider, "", true), false);
        try (Vault vault = Vault.open(settings, 0, NOW)) {
            vault.destroyAllBut(CONTENTS);
        }
        try (Vault vault = Vault.open(settings, 0, NOW)) {
            assertThat(vault.takeOpened().notices()).hasSize(1);
        }
    }

    @Test
    void a_wrong_secret_opens_nothing_and_changes_nothing() throws IOException {
        make();
        String right = Files.readString(secret);
        Files.writeString(secret, "0123456789abcdef0123456789abcdef\n");
        assertRefused("keys-secret-wrong").hasMessageContaining("operator secret");
        Files.writeString(secret, "short");
        assertRefused("keys-secret-wrong");
        Files.writeString(secret, "x".repeat(2_000));
        assertRefused("keys-secret-wrong");
        Files.writeString(secret, right);
        open().close();
    }

    /** A new one would lock the keystore's owner out, and hide that something is wrong. */
    @Test
    void a_secret_that_is_missing_is_not_made_anew() throws IOException {
        make();
        Files.delete(secret);
        assertRefused("keys-secret-missing").hasMessageContaining(secret.toString());
        assertThat(secret).doesNotExist();
    }

    @Test
    void a_secret_that_the_service_manager_should_hand_in_is_never_written() {
        assertThatThrownBy(() -> Vault.open(settings(KeystoreSettings.STANDARD, true), 0, NOW))
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.code()).isEqualTo("keys-secret-missing"));
        assertThat(secret).doesNotExist();
    }

    @Test
    void a_secret_that_others_can_read_is_refused() throws IOException {
        make();
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused("keys-secret-open").hasMessageContaining("chmod 600");
        try (Vault vault = Vault.open(settings(KeystoreSettings.STANDARD, true), 0, NOW)) {
            assertThat(vault.generation()).isEqualTo(1);
        }
    }

    @Test
    void a_folder_has_one_owner() throws IOException {
        try (Vault first = open()) {
            assertRefused("keys-in-use").hasMessageContaining("in use");
            first.save(CONTENTS);
        }
        open().close();
    }

    @Test
    void a_provider_that_is_not_there_is_named() {
        VaultSettings settings = settings(new KeystoreSettings("PKCS11", "SunPKCS12", "", false), false);
        Secret made = settings.secret();
        assertThat(made.isThere()).isFalse();
        assertThatThrownBy(() -> {
                    made.make(Disk.ofThisMachine());
                    Vault.open(settings, 0, NOW);
                })
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("SunPKCS12");
    }

    /** Every byte of it: a flipped one is noticed, or makes another generation, whose keys are not there. */
    @Test
    void damaged_epoch_keys_are_told_and_never_taken_for_others() throws IOException {
        make();
        Path epochs = folder.resolve("keys/epochs");
        byte[] sound = Files.readAllBytes(epochs);
        for (int i = 16; i < sound.length; i++) {
            byte[] changed = sound.clone();
            changed[i] ^= 1;
            Files.write(epochs, changed);
            assertRefused("keys-damaged");
        }
        Files.write(epochs, "short".getBytes(US_ASCII));
        assertRefused("keys-damaged");
        Files.write(epochs, sound);
        try (Vault vault = open()) {
            assertThat(vault.takeOpened().notices()).containsExactlyElementsOf(CONTENTS.notices());
        }
    }

    @Test
    void another_citys_keystore_does_not_open_the_wrap_key() throws IOException {
        make();
        Files.delete(folder.resolve("keys/master.p12"));
        assertRefused("keys-damaged").hasMessageContaining("master key");
    }

    /** A write that was torn by a loss of power is no key; the other place has the one that counts. */
    @Test
    void a_torn_place_of_the_wrap_key_is_free() throws IOException {
        make();
        Path ratchet = folder.resolve("keys/never-back-up/ratchet");
        byte[] bytes = Files.readAllBytes(ratchet);
        System.arraycopy(bytes, 0, bytes, 4_096, 50);
        Files.write(ratchet, bytes);
        try (Vault vault = open()) {
            assertThat(vault.generation()).isEqualTo(1);
            vault.destroyAllBut(CONTENTS);
        }
        assertThat(Files.readAllBytes(ratchet)).startsWith(new byte[4_096]);
        open().close();
    }
}
