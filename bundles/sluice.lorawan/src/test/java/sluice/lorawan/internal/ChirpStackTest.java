package sluice.lorawan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.lorawan.internal.Fixture.CHIRPSTACK_EUI;
import static sluice.lorawan.internal.Fixture.CHIRPSTACK_TOPIC;
import static sluice.lorawan.internal.Fixture.text;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.Envelope.NetworkEvent;
import sluice.broker.core.port.Envelope.NetworkEvent.Kind;
import sluice.broker.core.port.Envelope.Opened;
import sluice.broker.core.port.Envelope.Uplink;

final class ChirpStackTest {
    private static final String UP = text("chirpstack-up.json");

    @Test
    void an_uplink_is_opened_wherever_its_account_put_the_topic() {
        assertUplink(Fixture.mqtt(CHIRPSTACK_TOPIC + "up", UP));
        assertUplink(Fixture.mqtt("chirpstack/" + CHIRPSTACK_TOPIC + "up", UP));
        assertUplink(Fixture.mqtt("us915/0/" + CHIRPSTACK_TOPIC + "up", UP));
        assertUplink(Fixture.mqtt("application/7/device/24E1240000000017/event/up", UP));
    }

    @Test
    void an_uplink_by_its_http_integration_is_opened_by_its_shape() {
        assertUplink(Fixture.http(UP));
    }

    // ChirpStack leaves a zero out.
    @Test
    void a_missing_port_or_counter_is_zero() {
        Uplink uplink = (Uplink) Fixture.http(UP.replace("\"fCnt\": 88,", "").replace("\"fPort\": 85,", ""));

        assertThat(uplink.frame().counter()).hasValue(0);
        assertThat(uplink.frame().port()).hasValue(0);
    }

    @Test
    void without_a_network_time_our_own_is_taken() {
        Uplink uplink = (Uplink) Fixture.http(UP.replace("\"time\": \"2026-03-01T07:15:02.500000000+01:00\",", ""));

        assertThat(uplink.frame().receivedAt()).isEqualTo(Fixture.PLATFORM_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "join,JOIN",
        "status,STATUS",
        "ack,ACKNOWLEDGEMENT",
        "txack,OTHER",
        "log,OTHER",
        "location,OTHER",
        "integration,OTHER"
    })
    void an_event_is_told_by_its_topic_and_by_its_shape(String event, Kind kind) {
        String json = text("chirpstack-" + event + ".json");

        assertThat(Fixture.mqtt(CHIRPSTACK_TOPIC + event, json)).isEqualTo(new NetworkEvent(CHIRPSTACK_EUI, kind));
        assertThat(Fixture.http(json)).isEqualTo(new NetworkEvent(CHIRPSTACK_EUI, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"data\": \"\",", "\"data\": null,", ""})
    void an_uplink_without_a_payload_is_an_event(String member) {
        String json = UP.replace("\"data\": \"AXVkA2f4AASCAQIF\",", member);

        assertThat(Fixture.mqtt(CHIRPSTACK_TOPIC + "up", json)).isEqualTo(new NetworkEvent(CHIRPSTACK_EUI, Kind.OTHER));
        assertThat(Fixture.http(json)).isEqualTo(new NetworkEvent(CHIRPSTACK_EUI, Kind.OTHER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/7/device/24e1240000000017/command/down",
                        "application/7/device/24e1240000000017/event/later",
                "application/7/device/24e1240000000017/state/conn", "application/7/gateway/24e1240000000017/event/up",
                "application/device/24e1240000000017/event/up", "xapplication/7/device/24e1240000000017/event/up"
            })
    void another_topic_is_not_opened(String topic) {
        assertThat(Fixture.mqtt(topic, UP)).isEqualTo(Envelope.NOT_MINE);
    }

    private static void assertUplink(Opened opened) {
        Uplink uplink = (Uplink) opened;
        assertThat(uplink.address()).isEqualTo(CHIRPSTACK_EUI);
        assertThat(HexFormat.of().formatHex(uplink.frame().payload())).isEqualTo("0175640367f8000482010205");
        assertThat(uplink.frame().port()).hasValue(85);
        assertThat(uplink.frame().counter()).hasValue(88);
        assertThat(uplink.frame().receivedAt()).isEqualTo("2026-03-01T06:15:02.500Z");
    }
}
