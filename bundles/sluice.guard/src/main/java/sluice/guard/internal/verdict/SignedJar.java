package sluice.guard.internal.verdict;

import static java.util.stream.Collectors.toSet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import sluice.guard.rules.Fault;

/**
 * Reads a jar to its last byte and says who signed it. Stricter than the JDK: every entry is signed, by one and the same certificate, with
 * SHA-256 or better; the manifest is the one that was signed, to the byte; no name occurs twice; there is one signature.
 */
final class SignedJar {
    private static final long LARGEST_FILE = 32L << 20;
    private static final long LARGEST_CONTENT = 128L << 20;
    private static final int LARGEST_MANIFEST = 4 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Set<String> STRONG = Set.of("SHA-256-Digest", "SHA-384-Digest", "SHA-512-Digest");

    private final JarFile jar;
    private final Set<String> names = new HashSet<>();
    private final Set<X509Certificate> signers = new HashSet<>();
    private final byte[] buffer = new byte[64 * 1024];
    private long read;

    private SignedJar(JarFile jar) {
        this.jar = jar;
    }

    /** Who signed this jar; whatever goes wrong is a fault. */
    static Signature read(Path path) {
        if (path.toFile().length() > LARGEST_FILE) {
            return Signature.fault("jar", "a file of more than 32 MiB", "too-large");
        }
        try (JarFile jar = new JarFile(path.toFile(), true, ZipFile.OPEN_READ)) {
            return new SignedJar(jar).signature();
        } catch (Broken e) {
            return new Signature(List.of(), List.of(e.fault));
        } catch (ZipException e) {
            return Signature.fault("jar", "no jar: " + e.getMessage(), "not-a-jar");
        } catch (IOException | NoSuchAlgorithmException | RuntimeException e) {
            // A broken signature is a SecurityException; a broken manifest may be anything.
            return Signature.fault("jar", e.getClass().getSimpleName() + ": " + e.getMessage(), "bad-signature");
        }
    }

    private Signature signature() throws IOException, NoSuchAlgorithmException, Broken {
        if (jar.size() > MOST_ENTRIES) {
            throw new Broken("jar", jar.size() + " entries", "too-many-entries");
        }
        List<JarEntry> entries = jar.stream().toList();
        for (JarEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw new Broken(entry.getName(), "two entries of one name", "duplicate-entry");
            }
        }
        checkManifest(signatureFile());
        for (JarEntry entry : entries) {
            checkEntry(entry);
        }
        if (signers.size() != 1) {
            throw new Broken("jar", signers.size() + " signers", signers.isEmpty() ? "unsigned" : "mixed-signers");
        }
        return Signature.by(signers.iterator().next());
    }

    /** The one signature file; a second signature could speak for other entries than the first. */
    private String signatureFile() throws Broken {
        Set<String> files =
                names.stream().filter(name -> isSignatureOrBlock(name, ".SF")).collect(toSet());
        long blocks = names.stream()
                .filter(name -> isSignatureOrBlock(name, ".RSA", ".DSA", ".EC"))
                .count();
        if (files.isEmpty() || blocks == 0 || jar.getEntry(MANIFEST) == null) {
            throw new Broken("jar", "no signature", "unsigned");
        }
        if (files.size() > 1 || blocks > 1) {
            throw new Broken("jar", files.size() + " signatures", "mixed-signers");
        }
        return files.iterator().next();
    }

    private void checkManifest(String signatureFile) throws IOException, NoSuchAlgorithmException, Broken {
        byte[] manifest = bytes(jar.getJarEntry(MANIFEST));
        Attributes signed =
                new Manifest(new ByteArrayInputStream(bytes(jar.getJarEntry(signatureFile)))).getMainAttributes();
        for (String strong : STRONG) {
            String digest = signed.getValue(strong + "-Manifest");
            if (digest != null) {
                byte[] actual =
                        MessageDigest.getInstance(strong.substring(0, 7)).digest(manifest);
                if (!MessageDigest.isEqual(actual, Base64.getDecoder().decode(digest))) {
                    throw new Broken(MANIFEST, "changed after it was signed", "bad-signature");
                }
                return;
            }
        }
        throw new Broken(signatureFile, "no SHA-256 of the manifest", "weak-signature");
    }

    private void checkEntry(JarEntry entry) throws IOException, Broken {
        String name = entry.getName();
        if (name.equals(MANIFEST) || isSignatureOrBlock(name, ".SF", ".RSA", ".DSA", ".EC")) {
            return;
        }
        if (drain(entry) == 0 && entry.isDirectory()) {
            return;
        }
        Attributes listed = jar.getManifest().getEntries().getOrDefault(name, new Attributes());
        if (STRONG.stream().allMatch(strong -> listed.getValue(strong) == null)) {
            throw new Broken(name, "no SHA-256 of it in the manifest", "unsigned-entry");
        }
        CodeSigner[] by = entry.getCodeSigners();
        if (by == null || by.length == 0) {
            throw new Broken(name, "not signed, or by an algorithm that is broken", "unsigned-entry");
        }
        for (CodeSigner signer : by) {
            Certificate certificate =
                    signer.getSignerCertPath().getCertificates().get(0);
            signers.add((X509Certificate) certificate);
        }
    }

    private byte[] bytes(JarEntry entry) throws IOException, Broken {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] all = in.readNBytes(LARGEST_MANIFEST + 1);
            if (all.length > LARGEST_MANIFEST) {
                throw new Broken(entry.getName(), "more than 4 MiB", "too-large");
            }
            return all;
        }
    }

    /** The signature of an entry is known once its last byte was read. */
    private long drain(JarEntry entry) throws IOException, Broken {
        long before = read;
        try (InputStream in = jar.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read += count;
                if (read > LARGEST_CONTENT) {
                    throw new Broken(entry.getName(), "more than 128 MiB unpacked", "too-large");
                }
            }
        }
        return read - before;
    }

    /** Directly below META-INF: what lies deeper is an ordinary entry. */
    private static boolean isSignatureOrBlock(String name, String... endings) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("META-INF/") || upper.indexOf('/', 9) >= 0) {
            return false;
        }
        for (String ending : endings) {
            if (upper.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Broken(String where, String what, String rule) {
            super(rule);
            fault = new Fault(where, what, rule, "");
        }
    }
}
