package sluice.transport.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.port.MqttSource;

class SettingsTest {
    private static final Settings SETTINGS = new Settings(1_024, 604_800);

    @TempDir
    Path folder;

    @Test
    void the_defaults_are_these() {
        Map<String, Object> defaults = new TreeMap<>();
        for (Method method : MqttTransport.Config.class.getDeclaredMethods()) {
            defaults.put(method.getName(), method.getDefaultValue());
        }
        assertThat(defaults)
                .hasSize(11)
                .containsEntry("uri", "")
                .containsEntry("account", "")
                .containsEntry("password", "")
                .containsEntry("passing_account", "")
                .containsEntry("passing_password", "")
                .containsEntry("trust_store", "")
                .containsEntry("key_store", "")
                .containsEntry("store_password", "")
                .containsEntry("client_id", "sluice.platform")
                .containsEntry("receive_maximum", 1_024)
                .containsEntry("session_expiry_seconds", 604_800L);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3600, receive.maximum",
        "1025, 3600, receive.maximum",
        "1, 59, session.expiry.seconds",
        "1, 2073601, session.expiry.seconds"
    })
    void a_setting_out_of_range_is_named(int receiveMaximum, long expiry, String name) {
        assertThatThrownBy(() -> new Settings(receiveMaximum, expiry)).hasMessageContaining("`" + name + "`");
    }

    @Test
    void a_uri_of_another_kind_is_refused() {
        assertThatThrownBy(() -> MqttTransport.external(new TestConfig("mqtt://x", "", "", "", "")))
                .hasMessageContaining("`mqtt://x`");
    }

    @Test
    void a_store_that_is_not_there_is_named() {
        String file = folder.resolve("none.p12").toString();
        assertThatThrownBy(() -> Tls.of(file, "", "x")).hasMessageContaining("`trust.store`");
        assertThatThrownBy(() -> Tls.of("", file, "x")).hasMessageContaining("`key.store`");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://127.0.0.1:1883, false",
        "tcp://mqtt.city.example:1883, true",
        "ssl://mqtt.city.example:8883, false"
    })
    void a_network_without_tls_is_noticed(String uri, boolean plain) {
        assertThat(target(uri, false).isPlain()).isEqualTo(plain);
    }

    /** So that an external server can keep personal topics from the durable session. */
    @Test
    void each_session_can_have_an_account_of_its_own() {
        Target target = MqttTransport.external(new TestConfig("tcp://x", "sluice", "s", "sluice.passing", ""))
                .orElseThrow();

        assertThat(target.options(Target.Kind.DURABLE, SETTINGS).getUserName()).isEqualTo("sluice");
        assertThat(target.options(Target.Kind.PASSING, SETTINGS).getUserName()).isEqualTo("sluice.passing");
    }

    @Test
    void a_passing_session_ends_with_its_connection_on_an_external_server() {
        MqttConnectionOptions options = target("tcp://x", false).options(Target.Kind.PASSING, SETTINGS);

        assertThat(options.isCleanStart()).isTrue();
        assertThat(options.getSessionExpiryInterval()).isZero();
    }

    @Test
    void a_passing_session_goes_on_in_the_memory_of_the_embedded_server() {
        MqttConnectionOptions options = target("tcp://x", true).options(Target.Kind.PASSING, SETTINGS);

        assertThat(options.isCleanStart()).isFalse();
        assertThat(options.getSessionExpiryInterval()).isEqualTo(3_600);
    }

    @Test
    void a_durable_session_goes_on() {
        MqttConnectionOptions options = target("tcp://x", false).options(Target.Kind.DURABLE, SETTINGS);

        assertThat(options.isCleanStart()).isFalse();
        assertThat(options.getSessionExpiryInterval()).isEqualTo(604_800);
        assertThat(options.getReceiveMaximum()).isEqualTo(1_024);
    }

    @Test
    void the_wait_grows_to_thirty_seconds_and_starts_over() {
        Backoff backoff = new Backoff(new Random(1));
        long most = 1_000;
        for (int i = 0; i < 20; i++) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
            most = Math.min(30_000, most * 2);
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_topic_finds_the_account_whose_prefix_it_has() {
        MqttSource bins = new MqttSource("bins", "", "bins/", true);
        MqttSource soil = new MqttSource("soil", "", "city/soil/", true);
        Filters filters = new Filters(List.of(bins, soil));

        assertThat(filters.of("bins/1")).contains(bins);
        assertThat(filters.of("city/soil/a/b")).contains(soil);
        assertThat(filters.of("city/plates/1")).isEmpty();
        assertThat(filters.of("a")).isEmpty();
        assertThat(filters.without(new Filters(List.of(bins)))).containsExactly("city/soil/#");
    }

    private static Target target(String uri, boolean embedded) {
        Target.Login nobody = new Target.Login("", "");
        return new Target(uri, nobody, nobody, "sluice.platform", Tls.NONE, embedded);
    }
}
