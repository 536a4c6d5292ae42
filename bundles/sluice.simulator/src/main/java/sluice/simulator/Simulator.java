package sluice.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;

/** The program. {@code city} writes the city's files, {@code run} lets it talk. */
public final class Simulator {
    private static final String USAGE = """
            city --out FOLDER --credentials FILE [--seed N]
                writes FOLDER/devices and FOLDER/sources for etc/sluice, and fresh secrets to FILE
            run --credentials FILE [--mqtt URI] [--http URL] [--uplinks N] [--plates N] [--seconds N]
                publishes N uplinks and N plate reads a second until stopped
            run --credentials FILE --burst N [--mqtt URI] [--acked FILE] [--window N]
                publishes N uplinks at once and lists what was acknowledged
            """;
    private static final int PLACES_UNDER_WAY = 64;

    private final Arguments arguments;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();
    private final Tally tally = new Tally();

    private Simulator(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /**
     * Runs one command. The exit status is 0 when it did what was asked, 1 when something was not acknowledged or failed, and 2 when the
     * words made no sense.
     *
     * @param words a command and its options; none prints them all
     */
    public static void main(String[] words) {
        System.exit(run(System.out, words));
    }

    static int run(PrintStream out, String... words) {
        try {
            return new Simulator(Arguments.of(words), out).command();
        } catch (IllegalArgumentException wrong) {
            out.println("simulator: " + wrong.getMessage());
            return 2;
        } catch (IOException | GeneralSecurityException | MqttException failure) {
            out.println("simulator: " + failure);
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int command() throws IOException, GeneralSecurityException, MqttException, InterruptedException {
        switch (arguments.command()) {
            case "city":
                return writeCity();
            case "run":
                return talk();
            default:
                out.print(USAGE);
                return 2;
        }
    }

    private int writeCity() throws IOException, GeneralSecurityException {
        City city = City.of((long) arguments.number("seed", 1));
        SecureRandom random = new SecureRandom();
        Credentials credentials = Credentials.fresh(city, random);
        Path folder = arguments.path("out");
        new Overlay(city, credentials).write(folder, random);
        credentials.write(arguments.path("credentials"));
        out.println("city: " + city.bins().size() + " bins, " + city.cameras().size() + " cameras, "
                + Bin.Network.values().length + " accounts");
        return 0;
    }

    private int talk() throws IOException, MqttException, InterruptedException {
        Credentials credentials = Credentials.read(arguments.path("credentials"));
        City city = City.of(credentials.seed());
        URI server = arguments.uri("mqtt", "tcp://127.0.0.1:1883");
        int window = (int) arguments.number("window", PLACES_UNDER_WAY);
        try (Publishers publishers = new Publishers(server, credentials, window, tally)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> out.println("simulator: " + tally)));
            return arguments.has("burst") ? burst(city, publishers) : day(city, credentials, publishers);
        }
    }

    private int burst(City city, Publishers publishers) throws IOException, InterruptedException {
        long count = (long) arguments.number("burst", 0);
        Burst burst = new Burst(city, publishers, tally, clock);
        burst.send(count);
        if (arguments.has("acked")) {
            burst.writeAcked(arguments.path("acked"));
        }
        return tally.acknowledged() == count ? 0 : 1;
    }

    private int day(City city, Credentials credentials, Publishers publishers) throws InterruptedException {
        Poster poster = new Poster(arguments.uri("http", "http://127.0.0.1:8181"), credentials, tally);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        new CityRun(city, publishers, poster, clock)
                .start(threads, arguments.number("uplinks", 8), arguments.number("plates", 3));
        try {
            threads.awaitTermination((long) arguments.number("seconds", Integer.MAX_VALUE), TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        return tally.isClean() ? 0 : 1;
    }
}
