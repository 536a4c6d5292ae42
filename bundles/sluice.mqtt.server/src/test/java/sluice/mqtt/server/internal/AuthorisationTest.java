package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.port.MqttSource;

/** What the server refuses, tried with plain clients (design 6, wire: only the platform reads raw topics). */
class AuthorisationTest {
    private static final int BAD_PASSWORD = 0x86;
    private static final int BAD_CLIENT_ID = 0x85;
    private static final int NOT_AUTHORIZED = 0x87;

    @TempDir
    Path folder;

    Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() throws MqttException {
        rig.close();
    }

    @Test
    void nobody_connects_without_a_name() {
        assertThat(refusalOf("x", new MqttConnectionOptions())).isEqualTo(BAD_PASSWORD);
    }

    @Test
    void nobody_connects_with_a_wrong_password_before_or_after_the_right_one() throws Exception {
        assertThat(refusalOf("x", Rig.options("bins", "wrong"))).isEqualTo(BAD_PASSWORD);
        rig.device("bins", "x");
        assertThat(refusalOf("y", Rig.options("bins", "wrong"))).isEqualTo(BAD_PASSWORD);
        assertThat(refusalOf("y", Rig.options("bins", ""))).isEqualTo(BAD_PASSWORD);
        assertThat(rig.refusals.of(Refusal.WRONG_PASSWORD)).isEqualTo(3);
    }

    @Test
    void nobody_connects_as_the_cluster_user_that_comes_with_the_server() {
        assertThat(refusalOf("x", Rig.options("ACTIVEMQ.CLUSTER.ADMIN.USER", "CHANGE ME!!")))
                .isEqualTo(BAD_PASSWORD);
    }

    @Test
    void an_old_device_with_a_wrong_password_is_told_so() {
        assertThatThrownBy(() -> rig.version3("stranger", "x"))
                .isInstanceOf(org.eclipse.paho.client.mqttv3.MqttException.class)
                .extracting("reasonCode")
                .isEqualTo(4);
    }

    @Test
    void a_device_can_not_take_over_the_platforms_client_id() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        String id = rig.server.endpoint().clientId();

        assertThat(refusalOf(id, Rig.options("bins", Rig.PASSWORD))).isEqualTo(BAD_CLIENT_ID);
        assertThat(refusalOf(id + ".now", Rig.options("bins", Rig.PASSWORD))).isEqualTo(BAD_CLIENT_ID);

        assertThat(platform.client.isConnected()).isTrue();
    }

    @Test
    void a_device_can_not_take_over_the_client_id_of_another_account() throws Exception {
        MqttAsyncClient victim = rig.device("bins", "same");

        assertThat(refusalOf("same", Rig.options("plates", Rig.PASSWORD))).isEqualTo(BAD_CLIENT_ID);

        assertThat(victim.isConnected()).isTrue();
    }

    @Test
    void the_platforms_account_works_with_its_own_client_ids_only() {
        String password = new String(rig.server.endpoint().password());
        assertThat(refusalOf("x", Rig.options(rig.server.endpoint().account(), password)))
                .isEqualTo(BAD_CLIENT_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins/#", "#", "plates/#", "$sys.mqtt.sessions", "$SYS/#", "$share/g/bins/#", "bins/a::q"})
    void a_device_reads_nothing(String filter) throws Exception {
        MqttAsyncClient device = rig.device("bins", "reader");
        IMqttToken token = device.subscribe(filter, 1);

        token.waitForCompletion(5_000);
        assertThat(token.getReasonCodes()).containsExactly(NOT_AUTHORIZED);
        assertThat(device.isConnected()).isTrue();
    }

    @Test
    void an_old_device_reads_nothing() throws Exception {
        try (MqttClient device = rig.version3("bins", "reader")) {
            assertThatThrownBy(() -> device.subscribe("bins/#")).hasToString("MqttException (128)");
            device.disconnect();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plates/1",
                "bins",
                "binsx/1",
                "$SYS/x",
                "$sys.mqtt.sessions",
                "bins/a::plates",
                "activemq.management"
            })
    void a_device_publishes_nowhere_but_below_its_prefix(String topic) throws Exception {
        Rig.Platform platform = rig.platform("plates/#", true);
        MqttAsyncClient device = rig.device("bins", "writer");

        assertThat(Rig.answerTo(device, topic)).isEqualTo(NOT_AUTHORIZED);

        assertThat(rig.refusals.of(Refusal.FOREIGN_TOPIC)).isEqualTo(1);
        assertThat(platform.payloads).isEmpty();
    }

    @Test
    void an_old_device_that_publishes_elsewhere_is_disconnected() throws Exception {
        try (MqttClient device = rig.version3("bins", "writer")) {
            assertThatThrownBy(() -> device.publish("plates/1", new byte[1], 1, false))
                    .isInstanceOf(org.eclipse.paho.client.mqttv3.MqttException.class);
            assertThat(device.isConnected()).isFalse();
        }
    }

    @Test
    void a_will_for_another_prefix_is_refused_with_its_connection() {
        MqttConnectionOptions options = Rig.options("bins", Rig.PASSWORD);
        options.setWill("plates/1", new MqttMessage("planted".getBytes(StandardCharsets.UTF_8)));

        assertThat(refusalOf("x", options)).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void the_platform_can_not_publish_what_devices_say() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);

        assertThat(Rig.answerTo(platform.client, "bins/1")).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void the_platform_subscribes_to_accounts_prefixes_only() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);

        IMqttToken token = platform.client.subscribe("#", 1);

        token.waitForCompletion(5_000);
        assertThat(token.getReasonCodes()).containsExactly(NOT_AUTHORIZED);
    }

    @Test
    void a_retained_message_is_delivered_once_and_kept_nowhere() throws Exception {
        Rig.Platform platform = rig.platform("plates/#", true);
        MqttAsyncClient device = rig.device("plates", "cam");

        device.publish("plates/1", "planted".getBytes(StandardCharsets.UTF_8), 1, true)
                .waitForCompletion(5_000);
        platform.awaitCount(1);
        platform.client.unsubscribe("plates/#").waitForCompletion(5_000);
        platform.client.subscribe("plates/#", 1).waitForCompletion(5_000);
        Rig.publish(device, "plates/1", "next");
        platform.awaitCount(2);

        assertThat(platform.payloads).containsExactly("planted", "next");
        assertThat(rig.refusals.retainedStrippedCount()).isEqualTo(1);
    }

    @Test
    void a_changed_password_disconnects_at_once_and_counts_from_then_on() throws Exception {
        MqttAsyncClient device = rig.device("bins", "x");

        rig.server.accounts(List.of(new MqttSource("bins", Rig.hash("new"), "bins/", true)));

        await().until(() -> !device.isConnected());
        assertThat(refusalOf("x", Rig.options("bins", Rig.PASSWORD))).isEqualTo(BAD_PASSWORD);
        assertThat(rig.connect("x", Rig.options("bins", "new")).isConnected()).isTrue();
    }

    @Test
    void an_account_that_is_added_later_works_without_a_restart() throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        rig.server.accounts(
                List.of(Rig.BINS, Rig.PLATES, new MqttSource("soil", Rig.hash(Rig.PASSWORD), "soil/", true)));

        platform.client.subscribe("soil/#", 1).waitForCompletion(5_000);
        Rig.publish(rig.device("soil", "probe"), "soil/1", "wet");

        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("wet");
    }

    private int refusalOf(String clientId, MqttConnectionOptions options) {
        return catchThrowableOfType(MqttException.class, () -> rig.connect(clientId, options))
                .getReasonCode();
    }
}
