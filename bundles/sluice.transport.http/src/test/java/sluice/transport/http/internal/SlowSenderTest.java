package sluice.transport.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Reason;

/** Senders that hold on to a connection. */
final class SlowSenderTest {
    // One place: whoever does not give it back keeps the next one out.
    private static final Settings ONE_PLACE = new Settings(1_000, 1_000, 1_000, Duration.ofMillis(300), 1);

    @Test
    void a_message_that_does_not_come_to_its_end_is_given_up() throws IOException {
        try (LiveWebhook webhook = new LiveWebhook(new FakeIntake(), ONE_PLACE);
                Socket socket = webhook.begun(100, "begun")) {
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8); // to the end: it is closed

            assertThat(answer).startsWith("HTTP/1.1 408").endsWith("{\"status\":408,\"code\":\"truncated\"}");
            assertGivenUp(webhook);
        }
    }

    @Test
    void a_trickle_gains_no_time() throws IOException {
        try (LiveWebhook webhook = new LiveWebhook(new FakeIntake(), ONE_PLACE);
                Socket socket = webhook.begun(1_000, "")) {
            socket.setSoTimeout(20);
            int written = 0;
            while (!isAnswered(socket)) {
                socket.getOutputStream().write('x');
                written++;
            }

            assertThat(written).isBetween(2, 100);
            assertGivenUp(webhook);
        }
    }

    @Test
    void a_sender_that_breaks_off_frees_its_place() throws IOException {
        Settings patient = new Settings(1_000, 1_000, 1_000, Duration.ofSeconds(60), 1);
        try (LiveWebhook webhook = new LiveWebhook(new FakeIntake(), patient)) {
            webhook.begun(100, "begun").close();
            await().until(() -> webhook.intake.refused.containsKey(Reason.TRUNCATED));

            assertGivenUp(webhook);
        }
    }

    @Test
    void a_slow_message_that_comes_to_its_end_in_time_is_taken() throws IOException {
        try (LiveWebhook webhook = LiveWebhook.with(new FakeIntake());
                Socket socket = webhook.begun(10, "12345")) {
            socket.setSoTimeout(50);
            assertThat(isAnswered(socket)).isFalse();
            socket.getOutputStream().write("67890".getBytes(UTF_8));
            await().until(() -> isAnswered(socket));

            assertThat(webhook.intake.taken.get(0).payload()).asString().isEqualTo("1234567890");
        }
    }

    private static void assertGivenUp(LiveWebhook webhook) {
        assertThat(webhook.intake.taken).isEmpty();
        assertThat(webhook.intake.refused).containsEntry(Reason.TRUNCATED, 1);
        await().until(() -> webhook.send(webhook.message("cam-1", "whole")).statusCode() == 204);
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }
}
