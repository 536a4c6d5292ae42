package sluice.itests.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.jspecify.annotations.Nullable;

/** Whose key signs: the accepted vendor's, as it is in the build's key store. */
final class Vendor {
    private static @Nullable Vendor second;

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

    /** Another key, made here, under the accepted vendor's name. */
    static Vendor lookAlike(Path store) {
        return made(store, accepted().name());
    }

    /** A vendor of another name. One for the whole run. */
    static synchronized Vendor second() {
        Vendor known = second;
        if (known == null) {
            known = made(Path.of("target", "hostile", "second.p12"), "CN=Second vendor");
            second = known;
        }
        return known;
    }

    private static Vendor made(Path store, String name) {
        try {
            Files.deleteIfExists(store);
            ProcessBuilder keytool = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keystore",
                    store.toString(),
                    "-storetype",
                    "PKCS12",
                    "-alias",
                    "sluice",
                    "-storepass",
                    "look-alike",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    name);
            if (keytool.redirectErrorStream(true).start().waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            return of(store, "look-alike", "sluice");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String name() {
        return ((X509Certificate) key.getCertificate())
                .getSubjectX500Principal()
                .getName();
    }

    /** PEM. */
    String certificate() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(key.getCertificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
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
