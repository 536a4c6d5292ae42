package sluice.itests.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** Whose key signs: the accepted vendor's, as it is in the build's key store. */
final class Vendor {
    private final KeyStore.PrivateKeyEntry key;

    private Vendor(KeyStore.PrivateKeyEntry key) {
        this.key = key;
    }

    static Vendor accepted() {
        return of(
                Path.of(property("sluice.sign.keystore")),
                property("sluice.sign.storepass"),
                property("sluice.sign.alias"));
    }

    static Vendor of(Path store, String password, String alias) {
        KeyStore.PasswordProtection protection = new KeyStore.PasswordProtection(password.toCharArray());
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
            return new Vendor((KeyStore.PrivateKeyEntry) keys.getEntry(alias, protection));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs every entry, in place. */
    void sign(Path jar) {
        Path signed = jar.resolveSibling(jar.getFileName() + ".signed");
        try {
            try (ZipFile unsigned = new ZipFile(jar.toFile());
                    OutputStream out = Files.newOutputStream(signed)) {
                new JarSigner.Builder(key)
                        .digestAlgorithm("SHA-256")
                        .signatureAlgorithm("SHA256withECDSA")
                        .build()
                        .sign(unsigned, out);
            }
            Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
