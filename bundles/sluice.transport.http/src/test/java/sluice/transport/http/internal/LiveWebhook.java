package sluice.transport.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The webhook in a real Jetty, and a real client. */
final class LiveWebhook implements AutoCloseable {
    static final Settings DEFAULTS = new Settings(262_144, 20, 40, Duration.ofSeconds(10), 256);
    static final Instant NOW = Instant.parse("2026-03-01T06:15:04Z");

    final FakeIntake intake;
    final WebhookServlet servlet;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    LiveWebhook(FakeIntake intake, Settings settings) {
        this.intake = intake;
        this.servlet = new WebhookServlet(new FakeDevices(), intake, settings, () -> NOW);
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(holder, "/ingest/*");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        start();
    }

    static LiveWebhook with(FakeIntake intake) {
        return new LiveWebhook(intake, DEFAULTS);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/ingest" + path));
    }

    /** A message of a camera that knows its secret. */
    HttpRequest message(String device, String body) {
        return to("/" + device + "/" + FakeDevices.SECRET)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    HttpResponse<String> send(HttpRequest request) {
        return sendAsync(request).join();
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    /** A connection on which the head of a message, and a part of its body, were sent. */
    Socket begun(int declaredLength, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        String head = "POST /ingest/cam-1/" + FakeDevices.SECRET + " HTTP/1.1\r\nHost: test\r\nContent-Length: "
                + declaredLength;
        socket.getOutputStream().write((head + "\r\n\r\n" + body).getBytes(UTF_8));
        return socket;
    }

    @Override
    public void close() {
        intake.unblock();
        try {
            server.stop();
        } catch (Exception unexpected) { // as Jetty declares it
            throw new IllegalStateException(unexpected);
        }
        servlet.stop();
    }

    private void start() {
        try {
            server.start();
        } catch (Exception unexpected) { // as Jetty declares it
            throw new IllegalStateException(unexpected);
        }
    }
}
