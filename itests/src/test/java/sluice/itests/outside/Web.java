package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;

/** An HTTP client of one instance: a browser without a head, and the cameras. */
public record Web(int port) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> getAs(String user, String password, String path) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return send(request(path).header("Authorization", "Basic " + pair).GET());
    }

    /** The status, or 0 while nobody answers. */
    public int status(String path) {
        try {
            return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole platform's health: {@code ok}, {@code warn} or {@code critical}; its parts have theirs further down the page. */
    public String health() {
        return get("/health").body().lines().skip(1).findFirst().orElse("").replaceAll(".*: \"|\",", "");
    }

    /** Posts a device's message. */
    public HttpResponse<String> post(String device, String secret, byte[] message) {
        return send(request("/ingest/" + device)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message)));
    }

    /**
     * Announces a message of some length and sends no more than its beginning; gives the status. The server may answer and hang up before
     * it has read all, which the other client takes for a broken connection.
     */
    public int announce(String device, String secret, byte[] beginning, int length) {
        String head =
                "POST /ingest/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(device, secret, length);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(beginning);
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            return Integer.parseInt(status.split(" ")[1]);
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    /**
     * Asks with headers that the other client would not let one set.
     *
     * @param line method and path
     * @param headers {@code Name: value}; a {@code Host} takes the place of the usual one
     * @return status line, headers and body
     */
    String ask(String line, String... headers) {
        StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n");
        if (Stream.of(headers).noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        }
        Stream.of(headers).forEach(header -> head.append(header).append("\r\n"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
