package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** The distribution as one process, driven as an operator drives it: scripts, shell, HTTP. Ends what it started, and nothing else. */
public final class Distribution implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String USER = "operator";

    private final Instance instance;
    private final List<String> javaOptions = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;

    private Distribution(Instance instance) {
        this.instance = instance;
    }

    /** Unpacks it into a folder of its own; not started yet. */
    public static Distribution unpacked(String name) {
        return new Distribution(Instance.unpacked(name));
    }

    /** The one that a test unpacked before under this name, with all that it wrote. */
    public static Distribution existing(String name) {
        return new Distribution(Instance.existing(name));
    }

    public Instance instance() {
        return instance;
    }

    /** Gives the server a system property. */
    public Distribution with(String property, Object value) {
        javaOptions.add("-D" + property + "=" + value);
        return this;
    }

    /** Keeps only these layers of the guard, joined by {@code +}; {@code none} for no layer, {@code all} for a city. */
    public Distribution layers(String names) {
        if (!names.equals("all")) {
            environment.put("SLUICE_GUARD_LAYERS", names);
        }
        return this;
    }

    /** Starts it and waits until it is healthy and takes connections. */
    public Distribution start() {
        launch();
        try {
            await("healthy").atMost(START).until(() -> isListening() && web().status("/health") == 200);
        } catch (ConditionTimeoutException e) {
            String why = web().status("/health") == 0
                    ? "no answer"
                    : web().get("/health").body();
            close();
            throw new IllegalStateException("not healthy after " + START + ": " + why, e);
        }
        return this;
    }

    /** Starts it and does not wait. The script becomes the server, so its process id is the server's. */
    public void launch() {
        File console = instance.file("console.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(instance.file("bin/karaf").toString(), "daemon")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console))
                .directory(instance.home().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("EXTRA_JAVA_OPTS", String.join(" ", javaOptions));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as an init system would. */
    public void stop() {
        Process ending = process();
        ending.destroy();
        waitFor(ending);
    }

    /** SIGKILL. */
    public void kill() {
        waitFor(process().destroyForcibly());
    }

    public long pid() {
        return process().pid();
    }

    public String password() {
        return instance.read("data/first-password").strip();
    }

    public Web web() {
        return new Web(instance.ports().http());
    }

    public Metrics metrics() {
        return new Metrics(web().get("/metrics").body());
    }

    /** Runs a command in the shell, and gives what it printed, errors included. */
    public String shell(String command) {
        return shellAs(USER, password(), command);
    }

    public String shellAs(String user, String password, String command) {
        List<String> words = List.of(
                instance.file("bin/client").toString(),
                "-a",
                Integer.toString(instance.ports().ssh()),
                "-u",
                user,
                "-p",
                password,
                "-b");
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process client = builder.start();
            try (var in = client.outputWriter()) {
                in.write(command + "\n");
            }
            String said = new String(client.getInputStream().readAllBytes(), UTF_8);
            client.waitFor(60, TimeUnit.SECONDS);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    private boolean isListening() {
        if (!process().isAlive()) {
            throw new IllegalStateException("the server ended: " + instance.read("console.log"));
        }
        Ports ports = instance.ports();
        return isOpen(ports.http()) && isOpen(ports.ssh()) && isOpen(ports.mqtt());
    }

    public static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static void waitFor(Process ending) {
        try {
            if (!ending.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new IllegalStateException("the server did not stop within " + STOP);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("it was never started");
        }
        return running;
    }
}
