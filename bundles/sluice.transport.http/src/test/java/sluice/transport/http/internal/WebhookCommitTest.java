package sluice.transport.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Outcome;

/** When a sender is answered, and how. */
final class WebhookCommitTest {
    private static final Settings HASTY = new Settings(1_000, 1_000, 1_000, Duration.ofMillis(400), 4);

    @Test
    void a_message_comes_in_as_it_was_sent() {
        try (LiveWebhook webhook = LiveWebhook.with(new FakeIntake())) {
            HttpResponse<String> response = webhook.send(webhook.message("cam-1", "{\"a\":1}"));

            assertThat(response.statusCode()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
            Inbound message = webhook.intake.taken.get(0);
            assertThat(message.registryAddress()).isEqualTo("http:cam-1");
            assertThat(message.payload()).asString().isEqualTo("{\"a\":1}");
            assertThat(message.receivedAt()).isEqualTo(LiveWebhook.NOW);
            assertThat(message.durablePath()).isFalse();
        }
    }

    @Test
    void the_media_type_is_passed_on_unless_it_is_absurd() {
        try (LiveWebhook webhook = LiveWebhook.with(new FakeIntake())) {
            for (String mediaType : List.of("application/json", "a/" + "b".repeat(200))) {
                webhook.send(webhook.to("/cam-1/" + FakeDevices.SECRET)
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.noBody())
                        .build());
            }

            assertThat(webhook.intake.taken).extracting(Inbound::mediaType).containsExactly("application/json", "");
        }
    }

    @Test
    void the_answer_comes_at_the_commit_point_and_not_before() throws InterruptedException {
        try (LiveWebhook webhook = LiveWebhook.with(new FakeIntake().hold())) {
            CompletableFuture<HttpResponse<String>> first = webhook.sendAsync(webhook.message("cam-1", "1"));
            var firstCommit = webhook.intake.held.poll(5, TimeUnit.SECONDS);
            CompletableFuture<HttpResponse<String>> second = webhook.sendAsync(webhook.message("cam-2", "2"));
            var secondCommit = webhook.intake.held.poll(5, TimeUnit.SECONDS);

            assertThat(secondCommit).isNotNull();
            secondCommit.accept(Outcome.COMMITTED);
            assertThat(second.join().statusCode()).isEqualTo(204);
            assertThat(first).isNotDone();

            assertThat(firstCommit).isNotNull();
            firstCommit.accept(Outcome.COMMITTED);
            assertThat(first.join().statusCode()).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED,400,malformed",
        "TRUNCATED,400,truncated",
        "OVERSIZED,413,oversized",
        "UNKNOWN_DEVICE,422,unknown-device",
        "IMPLAUSIBLE,422,implausible",
        "DUPLICATE,422,duplicate"
    })
    void a_refusal_is_told_by_its_code_and_shows_nothing_of_the_message(Reason reason, int status, String code) {
        try (LiveWebhook webhook = LiveWebhook.with(new FakeIntake().answering(new Outcome.Refused(reason)))) {
            HttpResponse<String> response = webhook.send(webhook.message("cam-1", "PLANTED"));

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).isEqualTo("{\"status\":" + status + ",\"code\":\"" + code + "\"}");
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        }
    }

    @Test
    void what_can_not_be_taken_now_shall_come_again() {
        Outcome stopping = new Outcome.Unavailable(Reason.STOPPING);
        try (LiveWebhook webhook = LiveWebhook.with(new FakeIntake().answering(stopping))) {
            assertUnavailable(webhook.send(webhook.message("cam-1", "x")), "stopping");
        }
    }

    @Test
    void a_defect_of_the_intake_is_no_more_than_unavailable() {
        try (LiveWebhook webhook = new LiveWebhook(new FakeIntake().failing(), HASTY)) {
            for (int i = 0; i < 5; i++) { // more than there are places
                assertUnavailable(webhook.send(webhook.message("cam-1", "x")), "stopping");
            }
        }
    }

    @Test
    void a_stopped_webhook_answers_that_it_stops() {
        try (LiveWebhook webhook = LiveWebhook.with(new FakeIntake())) {
            webhook.servlet.stop();

            assertUnavailable(webhook.send(webhook.message("cam-1", "x")), "stopping");
            assertThat(webhook.intake.taken).isEmpty();
        }
    }

    // The place stays taken until the intake has told: otherwise time-outs would let in more than the bound.
    @Test
    void a_message_that_is_not_committed_in_time_keeps_its_place_until_it_is() throws InterruptedException {
        try (LiveWebhook webhook = new LiveWebhook(new FakeIntake().hold(), HASTY)) {
            assertUnavailable(webhook.send(webhook.message("cam-1", "x")), "commit-timeout");
            assertUnavailable(webhook.send(webhook.message("cam-1", "x")), "busy");

            webhook.intake.held.take().accept(Outcome.COMMITTED);
            webhook.intake.answering(Outcome.COMMITTED);
            assertThat(webhook.send(webhook.message("cam-1", "x")).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void one_device_takes_at_most_a_quarter_of_the_places() {
        Settings eight = new Settings(1_000, 1_000, 1_000, Duration.ofSeconds(10), 8);
        try (LiveWebhook webhook = new LiveWebhook(new FakeIntake().hold(), eight)) {
            webhook.sendAsync(webhook.message("cam-1", "1"));
            webhook.sendAsync(webhook.message("cam-1", "2"));
            await().until(() -> webhook.intake.held.size() == 2);

            assertUnavailable(webhook.send(webhook.message("cam-1", "3")), "busy");
            webhook.sendAsync(webhook.message("cam-2", "4"));
            await().until(() -> webhook.intake.held.size() == 3);
            assertThat(webhook.intake.refused).containsEntry(Reason.RATE_LIMITED, 1);
            webhook.intake.held.forEach(told -> told.accept(Outcome.COMMITTED));
        }
    }

    // The threads that wait at the intake are the webhook's own, so that the container still serves; what was given up
    // is not handed in.
    @Test
    void an_intake_that_blocks_stops_no_thread_of_the_container() {
        Settings roomy = new Settings(1_000, 1_000, 1_000, Duration.ofMillis(1_500), 256);
        try (LiveWebhook webhook = new LiveWebhook(new FakeIntake().block(), roomy)) {
            List<CompletableFuture<HttpResponse<String>>> waiting = Stream.generate(() -> webhook.message("cam-1", "x"))
                    .limit(60)
                    .map(webhook::sendAsync)
                    .toList();

            assertThat(webhook.send(webhook.to("/nobody").GET().build()).statusCode())
                    .isEqualTo(405);
            waiting.forEach(response -> assertUnavailable(response.join(), "commit-timeout"));
            webhook.intake.unblock();
            await().until(() -> webhook.intake.taken.size() == 4); // one for each thread
            assertThat(webhook.send(webhook.message("cam-1", "x")).statusCode()).isEqualTo(204);
            assertThat(webhook.intake.taken).hasSize(5);
        }
    }

    private static void assertUnavailable(HttpResponse<String> response, String code) {
        assertThat(response.body()).isEqualTo("{\"status\":503,\"code\":\"" + code + "\"}");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }
}
