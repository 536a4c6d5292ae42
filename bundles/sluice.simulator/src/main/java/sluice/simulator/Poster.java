package sluice.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The cameras' way to the platform: a webhook with a secret in its path. */
final class Poster {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI base;
    private final Credentials credentials;
    private final Tally tally;

    Poster(URI base, Credentials credentials, Tally tally) {
        this.base = base;
        this.credentials = credentials;
        this.tally = tally;
    }

    /** Posts without waiting; the tally learns how it ended, and then the future completes, never with a failure. */
    CompletableFuture<?> post(Camera camera, String json) {
        HttpRequest request = HttpRequest.newBuilder(
                        base.resolve("/ingest/" + camera.id() + "/" + credentials.of(camera.id())))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).handle((response, failure) -> {
            if (failure == null) {
                tally.status(response.statusCode());
            } else {
                tally.failed();
            }
            return tally;
        });
    }
}
