package sluice.lorawan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.lorawan.internal.Fixture.TTS_EUI;
import static sluice.lorawan.internal.Fixture.TTS_TOPIC;
import static sluice.lorawan.internal.Fixture.text;

import java.time.Instant;
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

final class TheThingsStackTest {
    private static final String UP = text("tts-up.json");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v3/city-bins@ttn/devices/bin-017/up",
                "v3/city-bins/devices/bin-017/up",
                "ttn/v3/city-bins@ttn/devices/bin-017/up",
                "region/1/v3/a/v3/b/devices/bin-017/up"
            })
    void an_uplink_is_opened_wherever_its_account_put_the_topic(String topic) {
        assertUplink(Fixture.mqtt(topic, UP));
    }

    @Test
    void an_uplink_by_webhook_is_opened_by_its_shape() {
        assertUplink(Fixture.http(UP));
    }

    @Test
    void a_simulated_uplink_is_an_uplink() {
        assertUplink(Fixture.http(UP.replace("\"correlation_ids\"", "\"simulated\":true,\"correlation_ids\"")));
    }

    // The Things Stack leaves a zero out.
    @Test
    void a_missing_port_or_counter_is_zero() {
        Uplink uplink = (Uplink) Fixture.http(UP.replace("\"f_cnt\": 4711,", "").replace("\"f_port\": 2,", ""));

        assertThat(uplink.frame().counter()).hasValue(0);
        assertThat(uplink.frame().port()).hasValue(0);
    }

    @Test
    void the_network_time_is_of_the_uplink_or_else_of_the_message_or_else_our_own() {
        String outer = UP.replace("\"received_at\": \"2026-03-01T06:15:02.5Z\",", "");
        String none = outer.replace("\"received_at\": \"2026-03-01T06:15:02.750Z\",", "");

        assertThat(received(UP)).isEqualTo("2026-03-01T06:15:02.500Z");
        assertThat(received(outer)).isEqualTo("2026-03-01T06:15:02.750Z");
        assertThat(received(none)).isEqualTo(Fixture.PLATFORM_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "join,tts-join.json,JOIN",
        "down/ack,tts-ack.json,ACKNOWLEDGEMENT",
        "down/nack,tts-ack.json,ACKNOWLEDGEMENT",
        "down/failed,tts-ack.json,ACKNOWLEDGEMENT",
        "down/sent,tts-ack.json,OTHER",
        "down/queued,tts-ack.json,OTHER",
        "location/solved,tts-location.json,OTHER",
        "service/data,tts-location.json,OTHER",
        "up/normalized,tts-up.json,OTHER"
    })
    void an_event_is_told_by_its_topic(String topic, String file, Kind kind) {
        assertThat(Fixture.mqtt(TTS_TOPIC + topic, text(file))).isEqualTo(new NetworkEvent(TTS_EUI, kind));
    }

    @ParameterizedTest
    @CsvSource({"tts-join.json,JOIN", "tts-ack.json,ACKNOWLEDGEMENT", "tts-location.json,OTHER"})
    void an_event_by_webhook_is_told_by_its_shape(String file, Kind kind) {
        assertThat(Fixture.http(text(file))).isEqualTo(new NetworkEvent(TTS_EUI, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"frm_payload\": \"\",", "\"frm_payload\": null,", ""})
    void an_uplink_without_a_payload_is_an_event(String member) {
        assertThat(Fixture.mqtt(TTS_TOPIC + "up", UP.replace("\"frm_payload\": \"DOQHrAAAAAE=\",", member)))
                .isEqualTo(new NetworkEvent(TTS_EUI, Kind.OTHER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v3/city-bins@ttn/devices/bin-017/down/push",
                "v3/city-bins@ttn/devices/bin-017/down/replace",
                "v3/city-bins@ttn/devices/bin-017/later",
                "v3/city-bins@ttn/devices/up",
                "v3/devices/bin-017/up",
                "xv3/city-bins@ttn/devices/bin-017/up",
                "v2/city-bins@ttn/devices/bin-017/up",
                "",
                "v3/city-bins@ttn/devices/bin-017/up/"
            })
    void another_topic_is_not_opened(String topic) {
        assertThat(Fixture.mqtt(topic, UP)).isEqualTo(Envelope.NOT_MINE);
    }

    private static Instant received(String json) {
        return ((Uplink) Fixture.http(json)).frame().receivedAt();
    }

    private static void assertUplink(Opened opened) {
        Uplink uplink = (Uplink) opened;
        assertThat(uplink.address()).isEqualTo(TTS_EUI);
        assertThat(HexFormat.of().formatHex(uplink.frame().payload())).isEqualTo("0ce407ac00000001");
        assertThat(uplink.frame().port()).hasValue(2);
        assertThat(uplink.frame().counter()).hasValue(4711);
        assertThat(uplink.frame().receivedAt()).isEqualTo("2026-03-01T06:15:02.500Z");
        assertThat(uplink.frame().mediaType()).isEmpty();
    }
}
