package sluice.keys.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sluice.journal.Disk;
import sluice.keys.internal.ring.RingSettings;
import sluice.keys.internal.vault.KeystoreSettings;
import sluice.keys.internal.vault.Secret;
import sluice.keys.internal.vault.VaultSettings;

/**
 * The configuration, read once.
 *
 * @param vault where keys are at rest
 * @param budgets folder of the accounts
 * @param grace for how long a key serves late readings
 */
record KeysSettings(VaultSettings vault, Path budgets, Duration grace) {
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    /**
     * Reads the configuration.
     *
     * @param config as it is
     * @param properties system properties; null for one that is not set
     * @param environment variables of the process
     * @return the settings
     * @throws IllegalArgumentException if one makes no sense
     */
    static KeysSettings of(
            KeysConfig config, UnaryOperator<@Nullable String> properties, Map<String, String> environment) {
        Path folder = config.folder().isEmpty()
                ? Path.of(required(properties, "karaf.data", "folder"), "sluice", "epoch-keys")
                : Path.of(config.folder());
        Path ratchet =
                config.ratchet_folder().isEmpty() ? folder.resolve("never-back-up") : Path.of(config.ratchet_folder());
        KeystoreSettings keystore = new KeystoreSettings(
                config.keystore_type(),
                config.keystore_provider(),
                config.keystore_argument(),
                config.keystore_in_file());
        VaultSettings vault = new VaultSettings(
                folder, ratchet, secret(config, properties, environment), keystore, Disk.ofThisMachine());
        return new KeysSettings(vault, folder.resolve("budgets"), grace(config.grace_seconds()));
    }

    private static Secret secret(
            KeysConfig config, UnaryOperator<@Nullable String> properties, Map<String, String> environment) {
        if (!config.secret_file().isEmpty()) {
            return new Secret(Path.of(config.secret_file()), false);
        }
        String handedIn = environment.get(CREDENTIALS);
        Path credential = Path.of(handedIn == null ? "" : handedIn, "sluice-keys");
        return handedIn != null && Files.exists(credential)
                ? new Secret(credential, true)
                : new Secret(Path.of(required(properties, "karaf.etc", "secret.file"), "sluice-keys.secret"), false);
    }

    private static String required(UnaryOperator<@Nullable String> properties, String property, String name) {
        String value = properties.apply(property);
        if (value == null) {
            throw new IllegalArgumentException(
                    "set `" + name + "` of `sluice.keys`, or the system property `" + property + "`");
        }
        return value;
    }

    private static Duration grace(int seconds) {
        if (seconds < 0 || seconds > RingSettings.MOST_GRACE.toSeconds()) {
            throw new IllegalArgumentException(
                    "`grace.seconds` of `sluice.keys` must be 0 to 2592000, got `" + seconds + "`");
        }
        return Duration.ofSeconds(seconds);
    }
}
