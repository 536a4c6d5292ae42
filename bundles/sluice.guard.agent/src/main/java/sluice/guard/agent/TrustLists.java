package sluice.guard.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what belongs to the platform: lists of SHA-256, each signed with the platform's key. A list that is not, or not rightly, signed adds
 * nothing and is named on the error stream; the platform's own has to be there.
 */
final class TrustLists {
    private static final String PLATFORM = "platform.list";
    private static final Map<String, String> ALGORITHMS =
            Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA", "EdDSA", "EdDSA", "Ed25519", "Ed25519");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})(\\s+.*)?");

    private final PublicKey key;
    private final PrintStream complaints;

    private TrustLists(PublicKey key, PrintStream complaints) {
        this.key = key;
        this.complaints = complaints;
    }

    /**
     * Reads the lists of a distribution.
     *
     * @param home holds {@code platform.pem} and {@code trust/platform.list}; other lists beside it are read too
     * @param etc holds {@code sluice/guard/trust}, if there are further lists
     * @return SHA-256 in lower-case hexadecimal
     * @throws IOException certificate or platform list is missing or wrong
     */
    static Set<String> read(Path home, Path etc, PrintStream complaints) throws IOException {
        TrustLists lists = new TrustLists(key(home.resolve("platform.pem")), complaints);
        Path platform = home.resolve("trust").resolve(PLATFORM);
        Set<String> trusted = new HashSet<>(lists.read(platform));
        if (trusted.isEmpty()) {
            throw new IOException("trust-list: `" + platform + "` names nothing");
        }
        for (Path list : lists(home.resolve("trust"))) {
            trusted.addAll(lists.readOrComplain(list));
        }
        for (Path list : lists(etc.resolve("sluice/guard/trust"))) {
            trusted.addAll(lists.readOrComplain(list));
        }
        return Set.copyOf(trusted);
    }

    private static PublicKey key(Path certificate) throws IOException {
        try (InputStream in = Files.newInputStream(certificate)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey();
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "trust-certificate: `" + certificate + "` is missing or no certificate: " + e.getMessage(), e);
        }
    }

    private static List<Path> lists(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> lists = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.list")) {
            files.forEach(lists::add);
        }
        return lists;
    }

    private Set<String> readOrComplain(Path list) {
        try {
            return read(list);
        } catch (IOException e) {
            complaints.println("sluice.guard.agent: list ignored: " + e.getMessage());
            return Set.of();
        }
    }

    private Set<String> read(Path list) throws IOException {
        Path signature = list.resolveSibling(list.getFileName() + ".sig");
        try {
            byte[] text = Files.readAllBytes(list);
            if (!isSigned(text, Base64.getMimeDecoder().decode(Files.readAllBytes(signature)))) {
                throw new IOException("trust-list: `" + list + "` is not signed with the platform's key");
            }
            return digests(list, new String(text, UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("trust-list: `" + signature + "` is no signature: " + e.getMessage(), e);
        }
    }

    private boolean isSigned(byte[] text, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(ALGORITHMS.getOrDefault(key.getAlgorithm(), key.getAlgorithm()));
        verifier.initVerify(key);
        verifier.update(text);
        return verifier.verify(signature);
    }

    private static Set<String> digests(Path list, String text) throws IOException {
        Set<String> digests = new HashSet<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String entry = line.strip();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            if (!LINE.matcher(entry).matches()) {
                throw new IOException(
                        "trust-list: `" + list + "` line " + number + ": no SHA-256 in lower-case hexadecimal");
            }
            digests.add(entry.substring(0, 64));
        }
        return digests;
    }
}
