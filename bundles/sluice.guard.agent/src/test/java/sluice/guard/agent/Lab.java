package sluice.guard.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A folder as {@code lib/guard} of a distribution is, with the agent's jar as it was just compiled, and JVMs that start with it. */
final class Lab {
    static final String PASSWORD = "laboratory";

    private final Path folder;

    Lab(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(home().resolve("trust"));
        agentJar();
        command(List.of(
                tool("keytool"),
                "-genkeypair",
                "-keystore",
                keystore().toString(),
                "-storetype",
                "PKCS12",
                "-alias",
                "sluice",
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=laboratory",
                "-validity",
                "2"));
        command(List.of(
                tool("keytool"),
                "-exportcert",
                "-rfc",
                "-keystore",
                keystore().toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "sluice",
                "-file",
                home().resolve("platform.pem").toString()));
        trustNothing();
    }

    /** A platform without a bundle. */
    void trustNothing() {
        list(home().resolve("trust/platform.list"), "0".repeat(64) + "  nothing");
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return folder.resolve("lib/guard");
    }

    /** Writes a signed trust list. */
    void list(Path list, String... lines) {
        byte[] text = String.join("\n", lines).getBytes(UTF_8);
        try {
            Files.createDirectories(list.getParent());
            Files.write(list, text);
            Files.write(Path.of(list + ".sig"), Base64.getEncoder().encode(signed(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes jars a part of the platform. */
    void trust(Path... jars) {
        list(
                home().resolve("trust/platform.list"),
                Arrays.stream(jars)
                        .map(jar -> sha256(jar) + "  " + jar.getFileName())
                        .toArray(String[]::new));
    }

    /** Runs a class of the tests in a JVM of its own, with the agent. */
    Outcome run(Class<?> program, String agentArguments, List<String> jvm, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(tool("java"), "-Xmx256m", "-XX:+UseSerialGC"));
        command.add("-javaagent:" + home().resolve("sluice.guard.agent.jar")
                + (agentArguments.isEmpty() ? "" : "=" + agentArguments));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(arguments);
        return command(command);
    }

    /** Runs steps of {@link FelixProgram} in a bundle cache of its own. */
    Outcome felix(String agentArguments, String... steps) {
        try {
            return felixIn(Files.createTempDirectory(folder, "cache"), agentArguments, steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs steps of {@link FelixProgram} in a bundle cache that may have been used before. */
    Outcome felixIn(Path cache, String agentArguments, String... steps) {
        List<String> arguments = new ArrayList<>(List.of(cache.toString()));
        arguments.addAll(List.of(steps));
        return run(FelixProgram.class, agentArguments, List.of(), arguments);
    }

    static String sha256(Path jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The build makes this jar after the tests; here it is made of what it is made of. */
    private void agentJar() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (part.endsWith("/classes")) {
                Jars.entries(Path.of(part)).forEach(entries::putIfAbsent);
            } else if (part.contains("/asm-") || part.contains("sluice.guard.rules")) {
                Jars.classes(Path.of(part)).forEach(entries::putIfAbsent);
            }
        }
        byte[] manifest = Files.readAllBytes(Path.of("target/classes/META-INF/MANIFEST.MF"));
        Jars.write(home().resolve("sluice.guard.agent.jar"), manifest, entries);
    }

    /** What a platform would have: the framework and the tests' programs; not the agent, which is on the boot class path. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> part.endsWith("test-classes") || part.contains("felix"))
                .reduce((left, right) -> left + File.pathSeparator + right)
                .orElseThrow();
    }

    Path keystore() {
        return folder.resolve("key.p12");
    }

    private byte[] signed(byte[] text) {
        try (InputStream in = Files.newInputStream(keystore())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign((PrivateKey) store.getKey("sluice", PASSWORD.toCharArray()));
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    Outcome command(List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .directory(folder.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("hangs: " + Files.readString(out) + Files.readString(err));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * How a JVM ended.
     *
     * @param exit its exit code
     * @param out what it wrote
     * @param err what it complained
     */
    record Outcome(int exit, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }
}
