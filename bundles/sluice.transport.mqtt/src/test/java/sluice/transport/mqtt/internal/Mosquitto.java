package sluice.transport.mqtt.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real Mosquitto on a free port of this machine, set up with the two files that the guide shows. */
final class Mosquitto implements AutoCloseable {
    static final String PASSWORD = "correct horse";

    private static final Path GUIDE = Path.of("../../docs/guides/external-mqtt-server.md");
    private static final Pattern BLOCK = Pattern.compile("```\\n# (/etc/mosquitto/\\S+)\\n(.*?)```", Pattern.DOTALL);
    private static final List<String> ACCOUNTS = List.of("sluice", "sluice.passing", "bins", "plates");

    final int port;
    final Path folder;
    private final Process process;

    private Mosquitto(int port, Path folder, Process process) {
        this.port = port;
        this.folder = folder;
        this.process = process;
    }

    /** Where the program is, if it is installed. */
    static Optional<Path> program(String name) {
        return Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/bin"))
                .map(Path::of)
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Mosquitto start(Path folder) throws IOException, GeneralSecurityException {
        int port = freePort();
        makeCertificate(folder);
        List<String> accounts =
                ACCOUNTS.stream().map(account -> account + ":" + PASSWORD).toList();
        Files.write(folder.resolve("sluice.passwd"), accounts);
        run(folder, program("mosquitto_passwd").orElseThrow().toString(), "-U", "sluice.passwd");
        Files.writeString(folder.resolve("sluice.acl"), block("sluice.acl"));
        Files.writeString(folder.resolve("sluice.conf"), configuration(folder, port));
        Process process = new ProcessBuilder(program("mosquitto").orElseThrow().toString(), "-c", "sluice.conf")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Mosquitto server = new Mosquitto(port, folder, process);
        await().atMost(Duration.ofSeconds(10)).until(server::isListening);
        return server;
    }

    /** The guide's, but for the address, the folder, and who runs it. */
    private static String configuration(Path folder, int port) throws IOException {
        return block("conf.d/sluice.conf")
                        .replaceAll("listener \\S+ \\S+", "listener " + port + " 127.0.0.1")
                        .replace("/etc/mosquitto/", folder + "/")
                + "user " + System.getProperty("user.name") + "\n";
    }

    private static String block(String file) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        while (blocks.find()) {
            if (blocks.group(1).equals("/etc/mosquitto/" + file)) {
                return blocks.group(2);
            }
        }
        throw new IllegalStateException("the guide shows no " + file);
    }

    private static void makeCertificate(Path folder) throws IOException, GeneralSecurityException {
        run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                "server.p12",
                "-storepass",
                PASSWORD);
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            made.load(in, PASSWORD.toCharArray());
        }
        Certificate certificate = made.getCertificate("server");
        Files.createDirectories(folder.resolve("certs"));
        Files.writeString(folder.resolve("certs/server.pem"), pem("CERTIFICATE", certificate.getEncoded()));
        byte[] key = made.getKey("server", PASSWORD.toCharArray()).getEncoded();
        Files.writeString(folder.resolve("certs/server.key"), pem("PRIVATE KEY", key));
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("server", certificate);
        try (OutputStream out = Files.newOutputStream(folder.resolve("trust.p12"))) {
            trust.store(out, PASSWORD.toCharArray());
        }
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + what + "-----\n";
    }

    private static void run(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(command[0] + ": " + said);
        }
    }

    String uri() {
        return "ssl://127.0.0.1:" + port;
    }

    SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("trust.p12"))) {
            trust.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As an operator would, so that it saves what it saves. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
