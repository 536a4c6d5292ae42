package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import sluice.itests.lab.Activator;
import sluice.itests.outside.Bin;
import sluice.itests.outside.City;
import sluice.itests.outside.Distribution;
import sluice.itests.outside.Instance;
import sluice.itests.outside.Ports;

/** A running distribution with the lab's bundle in it, which is on a trust list of its own. */
final class Lab implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(180);
    private static final String RUNNING = "100";

    private final Distribution distribution;
    private final int port;
    private final String layers;

    private Lab(Distribution distribution, int port, String layers) {
        this.distribution = distribution;
        this.port = port;
        this.layers = layers;
    }

    /**
     * Unpacks and starts one.
     *
     * @param layers the guard's layers that are on, joined by {@code +}; {@code none} or {@code all}
     */
    static Lab start(String name, String layers) {
        Lab lab = prepared(name, layers);
        lab.launch();
        return lab;
    }

    /** One that is there and was stopped; not started yet. */
    static Lab again(String name, String layers) {
        return of(Distribution.existing("hostile-" + name), layers);
    }

    /** Unpacks one, with a city in it; not started yet. */
    private static Lab prepared(String name, String layers) {
        Distribution distribution = Distribution.unpacked("hostile-" + name);
        Instance instance = distribution.instance();
        LabBundle.install(instance);
        new City(instance)
                .network(Bin.Network.TTN)
                .network(Bin.Network.CHIRPSTACK)
                .camera("cam-1", "cams/cam-1");
        return of(distribution, layers);
    }

    private static Lab of(Distribution distribution, String layers) {
        int port = Ports.one();
        distribution
                .layers(layers)
                .with(Activator.PORT, port)
                .with("java.util.prefs.userRoot", distribution.instance().file("data"));
        return new Lab(distribution, port, layers);
    }

    /** Starts it and waits until it runs; its health may be red. */
    private void launch() {
        launchWithoutServer();
        try {
            await("the server")
                    .atMost(START)
                    .until(() -> Distribution.isOpen(instance().ports().http())
                            && Distribution.isOpen(instance().ports().ssh())
                            && Distribution.isOpen(instance().ports().mqtt()));
        } catch (ConditionTimeoutException e) {
            distribution.close();
            throw e;
        }
    }

    /** Starts it and waits for the lab alone: without the guard there is no broker, and so no way in. */
    void launchWithoutServer() {
        distribution.launch();
        try {
            await("the lab")
                    .atMost(START)
                    .until(() -> Distribution.isOpen(port) && ask("level").equals(RUNNING));
        } catch (ConditionTimeoutException e) {
            distribution.close();
            throw e;
        }
    }

    Distribution distribution() {
        return distribution;
    }

    Instance instance() {
        return distribution.instance();
    }

    String layers() {
        return layers;
    }

    /** Whether a layer of the guard is on. */
    boolean has(String layer) {
        return layers.equals("all") || Arrays.asList(layers.split("\\+")).contains(layer);
    }

    /** Gives an order and waits for what came of it; begins with {@code !} if it failed. */
    String ask(String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            String line =
                    Stream.of(words).map(word -> URLEncoder.encode(word, UTF_8)).collect(Collectors.joining(" "));
            socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            return answer == null ? "!no answer" : URLDecoder.decode(answer, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", words), e);
        }
    }

    /** Gives an order that can not fail. */
    String order(String... words) {
        String answer = ask(words);
        if (answer.startsWith("!")) {
            throw new IllegalStateException(String.join(" ", words) + ": " + answer);
        }
        return answer;
    }

    String install(String location, Path jar) {
        return order("install", location, jar.toString());
    }

    /** Refreshes a bundle to which the lab itself is wired, so that there is no answer; waits until it is back. */
    void refreshWithItself(String id) {
        try {
            ask("refresh", id);
        } catch (UncheckedIOException itWasRefreshed) {
            // as expected
        }
        await("the lab again")
                .atMost(START)
                .ignoreExceptions()
                .until(() -> ask("level").equals(RUNNING));
    }

    /** The id of the bundle with this symbolic name. */
    String bundle(String name) {
        String id = bundles(name).get(name);
        if (id == null) {
            throw new IllegalStateException("no bundle " + name);
        }
        return id;
    }

    /** The ids of bundles whose symbolic name begins so. */
    Map<String, String> bundles(String beginning) {
        return order("bundles")
                .lines()
                .map(line -> line.split(" "))
                .filter(words -> words[2].startsWith(beginning))
                .collect(Collectors.toMap(words -> words[2], words -> words[0], (first, second) -> second));
    }

    @Override
    public void close() {
        distribution.close();
    }
}
