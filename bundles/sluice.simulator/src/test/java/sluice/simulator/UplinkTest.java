package sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UplinkTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Measurement MEASURED = new Measurement(1_000, 10, 100, false);

    @Test
    void the_things_stack_names_the_device_in_topic_and_message() {
        Uplink uplink = Uplink.of(City.of(1).bins().get(0), MEASURED, 17, NOON);
        assertThat(uplink.topic()).isEqualTo("ttn/v3/city@ttn/devices/bin-001/up");
        assertThat(uplink.json())
                .contains(
                        "\"device_id\":\"bin-001\"", "\"dev_eui\":\"02C0FFEE00000001\"", "\"f_port\":2", "\"f_cnt\":17")
                .contains("\"frm_payload\":\"DhAD6AAAZAE=\"");
    }

    @Test
    void chirpstack_names_the_address_in_topic_and_message() {
        Uplink uplink = Uplink.of(City.of(1).bins().get(1), MEASURED, 18, NOON);
        assertThat(uplink.topic()).startsWith("chirpstack/application/").endsWith("/device/02c0ffee01000002/event/up");
        assertThat(uplink.json())
                .contains(
                        "\"devEui\":\"02c0ffee01000002\"",
                        "\"fPort\":85",
                        "\"fCnt\":18",
                        "\"data\":\"AXVkA2dkAASC6AMFAAA=\"");
    }
}
