package sluice.keys.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.Keys;
import sluice.broker.core.port.Trouble;
import sluice.keys.internal.ring.City;

final class KeysComponentTest {
    private static final PrivacyLoss ONE = PrivacyLoss.of("1", "0");

    @TempDir
    Path folder;

    private final Known ledger = new Known();

    /** The configuration as an operator writes it; what is not given has its default. */
    private record Config(String folder, String secret_file, int grace_seconds) implements KeysConfig {
        @Override
        public String ratchet_folder() {
            return "";
        }

        @Override
        public String keystore_type() {
            return "PKCS12";
        }

        @Override
        public String keystore_provider() {
            return "";
        }

        @Override
        public String keystore_argument() {
            return "";
        }

        @Override
        public boolean keystore_in_file() {
            return true;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return KeysConfig.class;
        }
    }

    private Config config() {
        return new Config(
                folder.resolve("keys").toString(), folder.resolve("secret").toString(), 300);
    }

    private KeysComponent start() {
        return new KeysComponent(config(), ledger);
    }

    private static Keys.Answer key(Keys keys) {
        return keys.series(City.PLANNING).at(Instant.now());
    }

    private static Budgets.Account account() {
        return new Budgets.Account("traffic.plate", "sluice.app.planning", City.DAYS.at(Instant.now()));
    }

    @Test
    void keys_and_budgets_are_the_same_after_a_restart() {
        KeysComponent first = start();
        String before = City.fingerprint(key(first));
        assertThat(first.charge(account(), ONE, ONE)).isTrue();
        first.stop();
        KeysComponent second = start();
        assertThat(City.fingerprint(key(second))).isEqualTo(before);
        assertThat(second.charge(account(), ONE, ONE)).isFalse();
        assertThat(second.troubles()).isEmpty();
        second.stop();
        assertThat(ledger.events).contains("epoch-key-made");
    }

    @Test
    void the_ledger_seals_the_number_of_the_wrap_key_and_an_older_vault_is_given_up() throws IOException {
        KeysComponent first = start();
        String before = City.fingerprint(key(first));
        first.stop();
        assertThat(ledger.opening().sequences()).containsEntry(OpenKeys.SEQUENCE, 1L);
        ledger.sequence(OpenKeys.SEQUENCE, 7);
        KeysComponent second = start();
        assertThat(City.fingerprint(key(second))).isNotEqualTo(before);
        second.stop();
        assertThat(ledger.events).contains("epoch-keys-lost");
    }

    @Test
    void with_a_wrong_secret_there_is_no_key_and_the_rest_goes_on() throws IOException {
        start().stop();
        Files.writeString(folder.resolve("secret"), "not the secret of this keystore\n");
        KeysComponent wrong = start();
        assertThat(key(wrong)).isEqualTo(Keys.Answer.No.DOWN);
        assertThat(wrong.troubles()).extracting(Trouble::code).containsExactly("keys-secret-wrong");
        assertThat(wrong.charge(account(), ONE, ONE)).isTrue();
        wrong.stop();
    }

    @Test
    void two_processes_on_one_folder_are_one_too_many() {
        KeysComponent first = start();
        KeysComponent second = start();
        assertThat(key(second)).isEqualTo(Keys.Answer.No.DOWN);
        assertThat(second.charge(account(), ONE, ONE)).isFalse();
        assertThat(second.troubles()).extracting(Trouble::code).containsExactly("keys-in-use", "budgets-down");
        second.stop();
        assertThat(City.fingerprint(key(first))).isNotEmpty();
        first.stop();
    }

    @Test
    void while_the_ledger_can_not_be_written_what_it_is_to_be_told_is_kept() {
        ledger.trouble("no space left on device");
        KeysComponent first = start();
        assertThat(City.fingerprint(key(first))).isNotEmpty();
        first.stop();
        assertThat(ledger.events).isEmpty();
        ledger.trouble("");
        start().stop();
        assertThat(ledger.events).containsExactly("epoch-key-made");
    }

    @Test
    void defaults_are_below_the_data_and_etc_folders() {
        KeysSettings settings = KeysSettings.of(new Config("", "", 0), name -> "/opt/" + name, Map.of());
        assertThat(settings.vault().folder()).isEqualTo(Path.of("/opt/karaf.data/sluice/epoch-keys"));
        assertThat(settings.vault().ratchet()).isEqualTo(Path.of("/opt/karaf.data/sluice/epoch-keys/never-back-up"));
        assertThat(settings.vault().secret().file()).isEqualTo(Path.of("/opt/karaf.etc/sluice-keys.secret"));
    }

    @Test
    void the_service_managers_credential_comes_first_if_there_is_one() throws IOException {
        Map<String, String> environment = Map.of("CREDENTIALS_DIRECTORY", folder.toString());
        assertThat(KeysSettings.of(new Config("", "", 0), name -> "/opt/" + name, environment)
                        .vault()
                        .secret()
                        .isHandedIn())
                .isFalse();
        Files.createFile(
                folder.resolve("sluice-keys"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--r-----")));
        assertThat(KeysSettings.of(new Config("", "", 0), name -> "/opt/" + name, environment)
                        .vault()
                        .secret()
                        .file())
                .isEqualTo(folder.resolve("sluice-keys"));
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        for (int seconds : new int[] {-1, 2_592_001}) {
            assertThatThrownBy(() -> KeysSettings.of(new Config("", "", seconds), name -> "/opt", Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("grace.seconds");
        }
        assertThatThrownBy(() -> KeysSettings.of(new Config("", "", 0), name -> null, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("karaf.data");
    }
}
