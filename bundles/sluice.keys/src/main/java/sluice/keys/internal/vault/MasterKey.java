package sluice.keys.internal.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import sluice.journal.Disk;

/**
 * The master key: AES-256 in a keystore that the operator's secret opens. Only ever used by cipher, never read, so that it may stay in hardware
 * that gives no key away.
 *
 * @param key the key
 * @param gcm seals with it
 */
record MasterKey(SecretKey key, Gcm gcm) {
    private static final String ALIAS = "sluice-master";
    private static final String FILE = "master.p12";
    private static final int BITS = 256;

    /** Opens the keystore; makes secret and key for a folder that has no vault yet. */
    static MasterKey in(Path folder, KeystoreSettings settings, Secret secret, Disk disk) throws IOException {
        Path file = folder.resolve(FILE);
        boolean isNew = !Files.exists(file);
        if (settings.isInFile() && isNew && !secret.isThere()) {
            secret.make(disk);
        }
        char[] password = secret.read();
        try {
            return open(settings, password, new Place(file, isNew, disk));
        } catch (GeneralSecurityException e) {
            throw new VaultException("keys-down", "the keystore can not be used: " + e.getMessage());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private record Place(Path file, boolean isNew, Disk disk) {}

    private static MasterKey open(KeystoreSettings settings, char[] password, Place place)
            throws IOException, GeneralSecurityException {
        Provider provider = settings.chosen();
        KeyStore store = provider == null
                ? KeyStore.getInstance(settings.type())
                : KeyStore.getInstance(settings.type(), provider);
        load(store, settings.isInFile() && !place.isNew ? place.file : null, password);
        if (!store.containsAlias(ALIAS)) {
            make(store, provider, password);
            if (settings.isInFile()) {
                place.disk.replace(place.file, written(store, password));
            }
        }
        return new MasterKey((SecretKey) store.getKey(ALIAS, password), new Gcm(provider));
    }

    private static void load(KeyStore store, @Nullable Path file, char[] password)
            throws IOException, GeneralSecurityException {
        try {
            store.load(file == null ? null : new ByteArrayInputStream(Files.readAllBytes(file)), password);
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? new VaultException(
                            "keys-secret-wrong",
                            "the operator secret is not the one that the keystore was made with; put the right one back")
                    : new VaultException("keys-damaged", "the keystore can not be read: " + e.getMessage());
        }
    }

    private static void make(KeyStore store, @Nullable Provider provider, char[] password)
            throws GeneralSecurityException {
        KeyGenerator generator = generator(provider);
        generator.init(BITS);
        store.setKeyEntry(ALIAS, generator.generateKey(), password, null);
    }

    /** A provider of keystores need not have a generator. */
    private static KeyGenerator generator(@Nullable Provider provider) throws GeneralSecurityException {
        boolean hasOwn = provider != null && provider.getService("KeyGenerator", "AES") != null;
        return hasOwn ? KeyGenerator.getInstance("AES", provider) : KeyGenerator.getInstance("AES");
    }

    private static byte[] written(KeyStore store, char[] password) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        return bytes.toByteArray();
    }
}
