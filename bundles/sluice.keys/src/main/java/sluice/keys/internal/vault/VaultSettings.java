package sluice.keys.internal.vault;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import sluice.journal.Disk;

/**
 * Where the vault is.
 *
 * @param folder of keystore and sealed epoch keys
 * @param ratchet folder of the wrap key, which no backup may hold
 * @param secret the operator's
 * @param keystore where the master key is
 * @param disk writes
 */
public record VaultSettings(Path folder, Path ratchet, Secret secret, KeystoreSettings keystore, Disk disk) {
    public VaultSettings {
        requireNonNull(folder, "folder is null");
        requireNonNull(ratchet, "ratchet is null");
        requireNonNull(secret, "secret is null");
        requireNonNull(keystore, "keystore is null");
        requireNonNull(disk, "disk is null");
    }
}
