package sluice.guard.internal.list;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sluice.guard.Vendor;

/**
 * The accepted vendors: {@code vendors/NAME.pem}, read once and written by the guard alone. A file may hold up to four certificates, for a vendor
 * that changes its key. What can not be read is reported and accepts nobody. Reading is safe for all threads; the caller lets one write.
 */
public final class Vendors {
    private static final String ENDING = ".pem";
    private static final String DEVELOPMENT = "development-key";
    private static final int MOST_FILES = 256;
    private static final long LARGEST_FILE = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    private final Path folder;
    private volatile Map<String, Accepted> byFingerprint;

    private Vendors(Path folder, Map<String, Accepted> byFingerprint) {
        this.folder = folder;
        this.byFingerprint = byFingerprint;
    }

    /**
     * A vendor's key.
     *
     * @param vendor whose
     * @param certificate what signs
     */
    public record Accepted(Vendor vendor, X509Certificate certificate) {
        /** Whether the certificate is valid at an instant. */
        public boolean isValid(Instant at) {
            return !at.isBefore(certificate.getNotBefore().toInstant()) && !at.isAfter(vendor.notAfter());
        }
    }

    /** Whether this can be a vendor's name: 2 to 40 lower-case letters, digits and hyphens. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Reads the folder; each line told is a file that accepts nobody, and why. */
    static Vendors in(Path folder, Consumer<String> problems) {
        Map<String, Accepted> all = new LinkedHashMap<>();
        for (Path file : files(folder, problems)) {
            String name = file.getFileName().toString().replace(ENDING, "");
            try {
                read(file, name)
                        .forEach(accepted -> all.putIfAbsent(accepted.vendor().fingerprint(), accepted));
            } catch (CertificateException | IOException e) {
                problems.accept(file + ": " + Texts.line(String.valueOf(e.getMessage())));
            }
        }
        return new Vendors(folder, Map.copyOf(all));
    }

    /** Every key that is accepted, sorted by the name of its vendor. */
    public List<Vendor> all() {
        return byFingerprint.values().stream()
                .map(Accepted::vendor)
                .sorted(Comparator.comparing(Vendor::name).thenComparing(Vendor::notAfter))
                .toList();
    }

    /** The accepted key that a certificate is. */
    public Optional<Accepted> of(X509Certificate certificate) {
        return Optional.ofNullable(byFingerprint.get(Certificates.fingerprint(certificate)));
    }

    /** Whether a vendor of this name is accepted. */
    public boolean has(String name) {
        return all().stream().anyMatch(vendor -> vendor.name().equals(name));
    }

    /** Whether no further one can be accepted. */
    public boolean isFull() {
        return byFingerprint.size() >= MOST_FILES;
    }

    /**
     * Accepts a vendor.
     *
     * @throws CertificateException if the text holds no certificate, or a weak one
     * @throws IOException if that can not be kept; then nothing changed
     */
    public void add(String name, String pem) throws CertificateException, IOException {
        List<Accepted> accepted = accepted(name, pem);
        Path file = folder.resolve(name + ENDING);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("`" + file + "` is there, and was not read when the guard started");
        }
        AtomicFile.write(file, pem.strip() + "\n");
        Map<String, Accepted> all = new LinkedHashMap<>(byFingerprint);
        accepted.forEach(one -> all.putIfAbsent(one.vendor().fingerprint(), one));
        byFingerprint = Map.copyOf(all);
    }

    /**
     * Accepts a vendor no more.
     *
     * @throws IOException if that can not be kept; then nothing changed
     */
    public void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + ENDING));
        Map<String, Accepted> all = new LinkedHashMap<>(byFingerprint);
        all.values().removeIf(accepted -> accepted.vendor().name().equals(name));
        byFingerprint = Map.copyOf(all);
    }

    /**
     * The certificates of a text, all of them strong; not asked whether they are valid today.
     *
     * @throws CertificateException if there is none, or a weak one
     */
    public static List<Accepted> accepted(String name, String pem) throws CertificateException {
        List<X509Certificate> certificates = Certificates.of(pem);
        for (X509Certificate certificate : certificates) {
            if (!Certificates.isStrong(certificate)) {
                throw new CertificateException("weak: RSA needs 2048 bits, a curve 256, the signature SHA-256");
            }
        }
        return certificates.stream()
                .map(certificate -> new Accepted(vendor(name, certificate), certificate))
                .toList();
    }

    private static Vendor vendor(String name, X509Certificate certificate) {
        return new Vendor(
                name,
                Texts.line(certificate.getSubjectX500Principal().getName()),
                Certificates.fingerprint(certificate),
                certificate.getNotAfter().toInstant(),
                name.equals(DEVELOPMENT));
    }

    private static List<Accepted> read(Path file, String name) throws CertificateException, IOException {
        if (!isName(name)) {
            throw new CertificateException("the name of a vendor is 2 to 40 lower-case letters, digits and hyphens");
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new CertificateException("larger than 64 KiB");
        }
        return accepted(name, new String(Files.readAllBytes(file), US_ASCII));
    }

    private static List<Path> files(Path folder, Consumer<String> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            problems.accept(folder + ": can not be read");
            return List.of();
        }
    }
}
