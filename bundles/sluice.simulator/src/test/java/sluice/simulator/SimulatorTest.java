package sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void wrong_words_are_named_and_give_status_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("city", "--seed")).isEqualTo(2);
        assertThat(run("city", "--seed", "many")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("got `--seed`", "must be a number, got `many`");
    }

    @Test
    void without_a_server_nothing_is_claimed(@TempDir Path folder) throws IOException {
        Path secrets = folder.resolve("secrets");
        Credentials.fresh(City.of(1), new SecureRandom()).write(secrets);
        assertThat(run("run", "--burst", "5", "--credentials", secrets.toString(), "--mqtt", "tcp://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("acked");
    }

    @Test
    void a_camera_posts_to_its_own_address_and_counts_the_answer() throws Exception {
        BlockingQueue<String> paths = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            paths.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
        Credentials credentials = Credentials.fresh(City.of(1), new SecureRandom());
        Tally tally = new Tally();
        PlateReader camera = City.of(1).readers().get(0);

        new Poster(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), credentials, tally)
                .post(camera.camera(), "{}")
                .get(10, TimeUnit.SECONDS);

        server.stop(0);
        assertThat(paths).containsExactly("/ingest/cam-01/" + credentials.of("cam-01"));
        assertThat(tally)
                .hasToString(
                        "uplinks: published 0, acked 0, refused 0, unsent 0; posts by status: {403=1}; without an answer: 0");
        assertThat(tally.isClean()).isFalse();
    }

    private int run(String... words) {
        return Simulator.run(new PrintStream(said, true, StandardCharsets.UTF_8), words);
    }
}
