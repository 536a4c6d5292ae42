package sluice.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.Trouble;

class HealthServletTest {
    @Test
    void a_platform_that_runs_answers_200() {
        FakePlatform platform = FakePlatform.healthy();
        platform.says("broker", new Trouble("above-ceiling", "application `\"a\\\u0001`", "secret of the shell"));
        Answer answer = HealthServlet.answer(new Physician(platform).all());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                        {
                          "status": "warn",
                          "parts": [
                            {"part": "broker", "status": "warn", "troubles": [{"code": "above-ceiling", "what": "application `\\"a\\\\\\u0001`"}]},
                            {"part": "guard", "status": "ok", "troubles": []},
                            {"part": "ledger", "status": "ok", "troubles": []},
                            {"part": "spool", "status": "ok", "troubles": []},
                            {"part": "keys", "status": "ok", "troubles": []},
                            {"part": "store", "status": "ok", "troubles": []},
                            {"part": "mqtt", "status": "ok", "troubles": []},
                            {"part": "policy", "status": "ok", "troubles": []},
                            {"part": "devices", "status": "ok", "troubles": []},
                            {"part": "http", "status": "ok", "troubles": []}
                          ]
                        }
                        """);
    }

    @Test
    void a_platform_without_a_broker_answers_503() throws Exception {
        FakeExchange get = new FakeExchange("GET");
        new HealthServlet(new FakePlatform()).service(get.request(), get.response());
        assertThat(get.status).isEqualTo(503);
        assertThat(get.body.toString(StandardCharsets.UTF_8)).contains("\"code\": \"not-running\"");
        assertThat(get.headers).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void nothing_can_be_posted() throws Exception {
        FakeExchange post = new FakeExchange("POST");
        new HealthServlet(new FakePlatform()).service(post.request(), post.response());
        assertThat(post.status).isEqualTo(405);
    }
}
