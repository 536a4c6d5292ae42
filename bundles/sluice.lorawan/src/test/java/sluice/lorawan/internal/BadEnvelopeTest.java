package sluice.lorawan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.lorawan.internal.Fixture.CHIRPSTACK_TOPIC;
import static sluice.lorawan.internal.Fixture.TTS_TOPIC;
import static sluice.lorawan.internal.Fixture.text;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.Envelope.Broken;
import sluice.broker.core.port.Envelope.Uplink;

/** Whatever a network server, or somebody in its place, may send. */
final class BadEnvelopeTest {
    private static final Broken MALFORMED = new Broken(Reason.MALFORMED);
    private static final String TTS = text("tts-up.json");
    private static final String CHIRPSTACK = text("chirpstack-up.json");

    @Test
    void no_part_of_a_message_is_opened() {
        for (int length = 0; length < TTS.stripTrailing().length(); length++) {
            assertThat(Fixture.mqtt(TTS_TOPIC + "up", TTS.substring(0, length))).isEqualTo(MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "null", "{}", "7", "{\"end_device_ids\":7}", "{\"deviceInfo\":[]}"})
    void a_message_that_is_no_envelope_is_malformed_on_a_network_topic_and_nobodys_on_http(String json) {
        assertThat(Fixture.mqtt(TTS_TOPIC + "up", json)).isEqualTo(MALFORMED);
        assertThat(Fixture.mqtt(CHIRPSTACK_TOPIC + "up", json)).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "[]", "{}", "{\"deviceInfo\":{}}", "{\"version\":2,\"data_type\":\"heartbeat\"}"})
    void a_devices_own_message_by_http_is_left_to_its_driver(String body) {
        assertThat(Fixture.http(body)).isEqualTo(Envelope.NOT_MINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A84041000000001",
                "A8404100000000177",
                "xxxxxxxxxxxxxxxx",
                "",
                "A840410000000017 ",
                "A8--40410000000017",
                "０840410000000017"
            })
    void a_wrong_device_eui_is_malformed(String eui) {
        assertThat(Fixture.mqtt(TTS_TOPIC + "up", TTS.replace("A840410000000017", eui)))
                .isEqualTo(MALFORMED);
        assertThat(Fixture.http(CHIRPSTACK.replace("24e1240000000017", eui))).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a840410000000017", "A8-40-41-00-00-00-00-17", "a8:40:41:00:00:00:00:17"})
    void a_device_eui_may_be_written_in_any_usual_way(String eui) {
        Uplink uplink = (Uplink) Fixture.mqtt(TTS_TOPIC + "up", TTS.replace("A840410000000017", eui));

        assertThat(uplink.address()).isEqualTo("deveui:a840410000000017");
    }

    // The access list of an account bounds topics; a message must not reach past it.
    @Test
    void a_message_that_speaks_of_another_device_than_its_topic_is_malformed() {
        assertThat(Fixture.mqtt("v3/city-bins@ttn/devices/bin-018/up", TTS)).isEqualTo(MALFORMED);
        assertThat(Fixture.mqtt("application/7/device/24e1240000000018/event/up", CHIRPSTACK))
                .isEqualTo(MALFORMED);
        assertThat(Fixture.mqtt("application/7/device/none/event/up", CHIRPSTACK))
                .isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"DOQHrAAAAAE\"",
                "\"DOQHrAAAAAF=\"",
                "\"DOQHrAAAAAE==\"",
                "\"DOQ HrAAAAAE=\"",
                "\"D_Q-rAAAAAE=\"",
                "\"=\"",
                "\"0ce407ac00000001g\"",
                "17",
                "[]",
                "true"
            })
    void a_wrong_base64_is_malformed(String payload) {
        assertThat(Fixture.http(TTS.replace("\"DOQHrAAAAAE=\"", payload))).isEqualTo(MALFORMED);
        assertThat(Fixture.http(CHIRPSTACK.replace("\"AXVkA2f4AASCAQIF\"", payload)))
                .isEqualTo(MALFORMED);
    }

    @Test
    void a_payload_longer_than_any_radio_frame_is_oversized() {
        assertThat(Fixture.http(TTS.replace("DOQHrAAAAAE=", base64OfLength(255))))
                .isInstanceOf(Uplink.class);
        assertThat(Fixture.http(TTS.replace("DOQHrAAAAAE=", base64OfLength(256))))
                .isEqualTo(new Broken(Reason.OVERSIZED));
    }

    @ParameterizedTest
    @CsvSource({
        "2,-1",
        "2,256",
        "2,1.5",
        "2,\"2\"",
        "2,true",
        "2,1e30",
        "4711,-1",
        "4711,4294967296",
        "4711,0.5",
        "4711,\"1\"",
        "4711,{}"
    })
    void a_port_or_counter_out_of_range_is_malformed(String number, String wrong) {
        assertThat(Fixture.http(TTS.replace(": " + number + ",", ": " + wrong + ",")))
                .isEqualTo(MALFORMED);
    }

    @Test
    void the_greatest_counter_is_read() {
        Uplink uplink = (Uplink) Fixture.http(TTS.replace("4711", "4294967295"));

        assertThat(uplink.frame().counter()).hasValue(4_294_967_295L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"\"",
                "1772345702",
                "\"2026-03-01\"",
                "\"2026-03-01T06:15:02\"",
                "\"2026-02-30T06:15:02Z\"",
                "\"+999999999-01-01T00:00:00Z\"",
                "\"-0001-01-01T00:00:00Z\"",
                "{}"
            })
    void a_time_that_is_none_is_malformed(String time) {
        assertThat(Fixture.http(TTS.replace("\"2026-03-01T06:15:02.5Z\"", time)))
                .isEqualTo(MALFORMED);
        assertThat(Fixture.http(CHIRPSTACK.replace("\"2026-03-01T07:15:02.500000000+01:00\"", time)))
                .isEqualTo(MALFORMED);
    }

    // Whether a future time is believed is the broker's to say, who has the limit.
    @Test
    void a_clock_far_in_the_future_is_passed_on() {
        Uplink uplink = (Uplink) Fixture.http(TTS.replace("2026-03-01T06:15:02.5Z", "9999-12-31T23:59:59Z"));

        assertThat(uplink.frame().receivedAt()).isEqualTo("9999-12-31T23:59:59Z");
    }

    @Test
    void an_uplink_topic_without_an_uplink_is_malformed() {
        assertThat(Fixture.mqtt(TTS_TOPIC + "up", text("tts-join.json"))).isEqualTo(MALFORMED);
    }

    private static String base64OfLength(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
