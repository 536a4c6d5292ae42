package sluice.transport.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.Reason;

/** Who is let in, and with what. */
final class WebhookDoorTest {
    private final LiveWebhook webhook = LiveWebhook.with(new FakeIntake());

    @AfterEach
    void close() {
        webhook.close();
    }

    @Test
    void a_secret_may_be_a_token_a_header_a_password_or_the_end_of_the_path() {
        String basic = Base64.getEncoder().encodeToString(("camera:" + FakeDevices.SECRET).getBytes(UTF_8));

        assertThat(status(webhook.to("/cam-1").header("Authorization", "Bearer " + FakeDevices.SECRET)))
                .isEqualTo(204);
        assertThat(status(webhook.to("/cam-1").header("authorization", "bearer " + FakeDevices.SECRET)))
                .isEqualTo(204);
        assertThat(status(webhook.to("/cam-1").header("Authorization", "Basic " + basic)))
                .isEqualTo(204);
        assertThat(status(webhook.to("/cam-1").header("X-Sluice-Secret", FakeDevices.SECRET)))
                .isEqualTo(204);
        assertThat(status(webhook.to("/cam-1/" + FakeDevices.SECRET))).isEqualTo(204);
        assertThat(status(webhook.to("/cam-1/" + FakeDevices.SECRET + "/"))).isEqualTo(401);
    }

    // Who does not know a secret shall not learn which devices there are.
    @Test
    void an_unknown_device_and_a_wrong_secret_are_answered_in_the_same_way() {
        HttpResponse<String> unknown = webhook.send(posted(webhook.to("/nobody/wrong")));
        List<HttpRequest.Builder> others = List.of(
                webhook.to("/cam-1/wrong"),
                webhook.to("/cam-1"),
                webhook.to("/open"),
                webhook.to("/open/wrong"),
                webhook.to("/"),
                webhook.to(""),
                webhook.to("/cam-1/" + FakeDevices.SECRET + "/more"),
                webhook.to("/cam-1").header("Authorization", "Basic %%%"),
                webhook.to("/cam-1").header("Authorization", "Digest " + FakeDevices.SECRET),
                webhook.to("/cam-1/" + FakeDevices.SECRET).header("Authorization", "Bearer wrong"));

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo("{\"status\":401,\"code\":\"unauthorised\"}");
        for (HttpRequest.Builder other : others) {
            HttpResponse<String> response = webhook.send(posted(other));
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).isEqualTo(unknown.body());
            assertThat(withoutDate(response)).isEqualTo(withoutDate(unknown));
        }
        assertThat(webhook.intake.refused)
                .containsEntry(Reason.UNKNOWN_DEVICE, 4)
                .containsEntry(Reason.WRONG_SECRET, 7);
        assertThat(webhook.intake.taken).isEmpty();
    }

    @Test
    void the_longest_message_is_taken_and_a_longer_one_is_not() {
        assertThat(webhook.send(webhook.message("cam-1", "x".repeat(262_144))).statusCode())
                .isEqualTo(204);
        assertThat(webhook.send(webhook.message("cam-1", "x".repeat(262_145))).statusCode())
                .isEqualTo(413);
        assertThat(webhook.send(webhook.message("cam-1", "x".repeat(1_000_000))).statusCode())
                .isEqualTo(413);
        assertThat(webhook.intake.taken.get(0).payload()).hasSize(262_144);
        assertThat(webhook.intake.refused).containsEntry(Reason.OVERSIZED, 2);
    }

    @Test
    void a_chunked_message_has_the_same_bound() {
        assertThat(webhook.send(chunked(262_144)).statusCode()).isEqualTo(204);
        assertThat(webhook.send(chunked(262_145)).statusCode()).isEqualTo(413);
        assertThat(webhook.intake.taken.get(0).payload()).hasSize(262_144);
        assertThat(webhook.intake.refused).containsEntry(Reason.OVERSIZED, 1);
    }

    @Test
    void a_compressed_message_is_refused_unopened() {
        assertThat(status(webhook.to("/cam-1/" + FakeDevices.SECRET).header("Content-Encoding", "gzip")))
                .isEqualTo(415);
        assertThat(status(webhook.to("/cam-1/" + FakeDevices.SECRET).header("Content-Encoding", "identity")))
                .isEqualTo(204);
        assertThat(webhook.intake.refused).containsEntry(Reason.MALFORMED, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void another_method_is_refused_and_shows_nothing(String method) {
        HttpResponse<String> response = webhook.send(webhook.to("/cam-1/" + FakeDevices.SECRET)
                .method(method, BodyPublishers.noBody())
                .build());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
        assertThat(response.body()).isEqualTo("{\"status\":405,\"code\":\"method-not-allowed\"}");
    }

    @Test
    void a_device_over_its_rate_is_told_when_to_come_again_and_the_others_are_not_delayed() {
        Settings two = new Settings(1_000, 1, 2, Duration.ofSeconds(10), 256);
        try (LiveWebhook slow = new LiveWebhook(new FakeIntake(), two)) {
            slow.send(slow.message("cam-1", "1"));
            slow.send(slow.message("cam-1", "2"));
            HttpResponse<String> third = slow.send(slow.message("cam-1", "3"));

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).isEqualTo("{\"status\":429,\"code\":\"rate-limited\"}");
            assertThat(third.headers().firstValue("Retry-After")).contains("1");
            assertThat(slow.send(slow.message("cam-2", "1")).statusCode()).isEqualTo(204);
            assertThat(slow.intake.refused).containsEntry(Reason.RATE_LIMITED, 1);
        }
    }

    @Test
    void who_does_not_know_the_secret_can_not_use_up_a_devices_rate() {
        for (int i = 0; i < 100; i++) {
            assertThat(status(webhook.to("/cam-1/wrong"))).isEqualTo(401);
        }

        assertThat(webhook.send(webhook.message("cam-1", "x")).statusCode()).isEqualTo(204);
    }

    private HttpRequest chunked(int length) {
        return webhook.to("/cam-1/" + FakeDevices.SECRET)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])))
                .build();
    }

    private int status(HttpRequest.Builder request) {
        return webhook.send(posted(request)).statusCode();
    }

    private static HttpRequest posted(HttpRequest.Builder request) {
        return request.POST(BodyPublishers.ofString("{}")).build();
    }

    private static Object withoutDate(HttpResponse<String> response) {
        return HttpHeaders.of(response.headers().map(), (name, value) -> !name.equalsIgnoreCase("date"));
    }
}
