package sluice.mqtt.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.mqtt.server.internal.RawClient.Answer;

/** Who a client is: proved at the start, and not to be changed afterwards (design 6, wire). */
class IdentityTest {
    private static final int PROTOCOL_ERROR = 0x82;
    private static final int AUTHENTICATION_METHOD = 0x15;

    @TempDir
    static Path folder;

    static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig(folder);
    }

    @AfterAll
    static void stop() throws MqttException {
        rig.close();
    }

    @AfterEach
    void leave() throws MqttException {
        rig.leave();
    }

    /** It could name another account, or another client id, than the one that was admitted. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void a_second_connect_ends_the_connection(int version) throws Exception {
        Rig.Platform plates = rig.platform("plates/#", true);
        try (RawClient device = RawClient.connected(rig, version, "bins", "d")) {
            Answer answer = device.connect("plates", "e", RawClient.NOTHING);
            assertThat(answer.isEnd() || answer.type() == Answer.DISCONNECT).isTrue();
            device.publish("plates/1", "planted");
            device.receive();
        }
        theHonestStillWork(plates);
    }

    /** MQTT 5, 4.12: no authentication but by password is offered, at the start or later. */
    @Test
    void another_way_of_authentication_is_refused() throws IOException {
        try (RawClient device = new RawClient(rig, 5)) {
            Answer answer = device.connect("bins", "d", RawClient.text(AUTHENTICATION_METHOD, "SCRAM-SHA-256"));
            assertThat(answer.type()).isEqualTo(Answer.CONNACK);
            assertThat(answer.reason()).isEqualTo(0x8C);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x18, 0x19})
    void nobody_authenticates_anew(int step) throws Exception {
        Rig.Platform plates = rig.platform("plates/#", true);
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.send(0xF0, new byte[] {(byte) step, 0});
            Answer answer = device.receive();
            assertThat(answer.type()).isEqualTo(Answer.DISCONNECT);
            assertThat(answer.reason()).isEqualTo(PROTOCOL_ERROR);
        }
        theHonestStillWork(plates);
    }

    /** CONNACK, SUBACK, UNSUBACK, PINGRESP: a client has no business to send them. */
    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x90, 0xB0, 0xD0})
    void what_only_servers_send_ends_the_connection(int header) throws Exception {
        try (RawClient device = RawClient.connected(rig, 5, "bins", "d")) {
            device.send(header, header == 0xD0 ? RawClient.NOTHING : new byte[] {0, 7, 0, 0});
            Answer answer = device.receive();
            assertThat(answer.isEnd() || answer.type() == Answer.DISCONNECT).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sluice.platform", "sluice.platform.passing", "sluice.platform'", "d::x", "d\u0001"})
    void some_client_ids_are_nobodys(String clientId) throws Exception {
        Rig.Platform platform = rig.platform("bins/#", true);
        for (int version : new int[] {4, 5}) {
            try (RawClient device = new RawClient(rig, version)) {
                Answer answer = device.connect("bins", clientId, RawClient.NOTHING);
                assertThat(answer.isAccepted()).isFalse();
            }
        }
        assertThat(platform.client.isConnected()).isTrue();
    }

    /** Both are checked at one time, and only one of them may be let in. */
    @Test
    void of_two_accounts_that_take_one_client_id_at_once_one_is_refused() throws Exception {
        for (int round = 0; round < 40; round++) {
            String id = "same-" + round;
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Boolean> bins = CompletableFuture.supplyAsync(() -> isAdmitted("bins", id, start));
            CompletableFuture<Boolean> plates = CompletableFuture.supplyAsync(() -> isAdmitted("plates", id, start));
            assertThat(bins.join() && plates.join())
                    .as("both in round " + round)
                    .isFalse();
            assertThat(bins.join() || plates.join()).as("one in round " + round).isTrue();
        }
    }

    @Test
    void a_client_id_is_free_again_when_its_account_has_left() throws Exception {
        try (RawClient device = RawClient.connected(rig, 5, "bins", "same")) {
            assertThat(device.isAlive()).isTrue();
        }
        await().until(() -> {
            try (RawClient other = new RawClient(rig, 5)) {
                return other.connect("plates", "same", RawClient.NOTHING).isAccepted();
            }
        });
    }

    /** As MQTT has it: a device that lost its connection without noticing comes back. */
    @Test
    void a_device_takes_its_own_client_id_over() throws Exception {
        try (RawClient first = RawClient.connected(rig, 5, "bins", "d");
                RawClient second = RawClient.connected(rig, 5, "bins", "d")) {
            assertThat(second.isAlive()).isTrue();
            assertThat(first.receive().type()).isIn(0, Answer.DISCONNECT);
        }
    }

    @Test
    void while_a_device_takes_its_own_id_over_it_stays_taken_for_others() throws Exception {
        try (RawClient first = RawClient.connected(rig, 5, "bins", "d");
                RawClient second = RawClient.connected(rig, 5, "bins", "d");
                RawClient thief = new RawClient(rig, 5)) {
            first.receive();
            assertThat(thief.connect("plates", "d", RawClient.NOTHING).reason()).isEqualTo(0x85);
            assertThat(second.isAlive()).isTrue();
        }
    }

    /** Such a name would be another account's if bytes were read leniently. */
    @Test
    void a_name_that_is_no_utf_8_is_nobodys() throws IOException {
        try (RawClient device = new RawClient(rig, 5)) {
            Answer answer = device.connect("bins\u0000", "d", RawClient.NOTHING);
            assertThat(answer.isAccepted()).isFalse();
        }
    }

    private boolean isAdmitted(String account, String clientId, CyclicBarrier start) {
        try {
            RawClient client = new RawClient(rig, 5);
            start.await();
            return client.connect(account, clientId, RawClient.NOTHING).isAccepted();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void theHonestStillWork(Rig.Platform platform) throws Exception {
        Rig.publish(rig.device("plates", "honest"), "plates/1", "honest");
        platform.awaitCount(1);
        assertThat(platform.payloads).containsExactly("honest");
    }
}
