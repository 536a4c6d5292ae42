package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sluice.ledger.verify.Main;

/** The program of another make, as an auditor runs it: one jar, a folder, and a key that he was told. */
record StandaloneVerifier(String key) {
    private static final Pattern KEY = Pattern.compile("[^\\s`]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]{40,}");

    /** With the key that the platform prints. */
    static StandaloneVerifier toldBy(String ledgerVerify) {
        Matcher key = KEY.matcher(ledgerVerify);
        if (!key.find()) {
            throw new IllegalArgumentException("no verifier key in: " + ledgerVerify);
        }
        return new StandaloneVerifier(key.group());
    }

    /** What it said, and its exit code as the last line. */
    String verify(Path folder, String... more) {
        List<String> words = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                jar(),
                                Main.class.getName(),
                                folder.toString(),
                                "--key",
                                key),
                        Stream.of(more))
                .toList();
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return said + "exit code " + process.waitFor() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jar() {
        try {
            return Path.of(Main.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
