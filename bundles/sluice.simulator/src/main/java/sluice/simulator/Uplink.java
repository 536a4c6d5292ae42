package sluice.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/**
 * A message of a network server.
 *
 * @param bin whose it is
 * @param count its frame counter
 * @param topic where it goes
 * @param json what it says
 */
record Uplink(Bin bin, long count, String topic, String json) {
    private static final String APPLICATION = "5a1c0000-0000-4000-8000-000000000001";

    static Uplink of(Bin bin, Measurement measurement, long count, Instant at) {
        return bin.network() == Bin.Network.TTN
                ? theThingsStack(bin, measurement, count, at)
                : chirpStack(bin, measurement, count, at);
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Uplink theThingsStack(Bin bin, Measurement measurement, long count, Instant at) {
        String json = """
                {"end_device_ids":{"device_id":"%s","application_ids":{"application_id":"city"},"dev_eui":"%s","dev_addr":"260B%s"},\
                "received_at":"%s","uplink_message":{"f_port":%d,"f_cnt":%d,"frm_payload":"%s",\
                "rx_metadata":[{"gateway_ids":{"gateway_id":"city-hall"},"rssi":-87,"snr":8.2}],\
                "settings":{"data_rate":{"lora":{"bandwidth":125000,"spreading_factor":7}},"frequency":"902300000"},"received_at":"%s"}}""".formatted(
                        bin.id(),
                        bin.devEui().toUpperCase(Locale.ROOT),
                        bin.devEui().substring(12),
                        at,
                        Payload.port(bin.network()),
                        count,
                        payload(bin, measurement),
                        at);
        return new Uplink(bin, count, "ttn/v3/city@ttn/devices/" + bin.id() + "/up", json);
    }

    private static Uplink chirpStack(Bin bin, Measurement measurement, long count, Instant at) {
        String json = """
                {"time":"%s","deviceInfo":{"tenantName":"city","applicationId":"%s","applicationName":"bins","deviceName":"%s",\
                "devEui":"%s","tags":{}},"devAddr":"0100%s","adr":true,"dr":3,"fCnt":%d,"fPort":%d,"confirmed":false,"data":"%s",\
                "rxInfo":[{"gatewayId":"0016c001f1530001","rssi":-91,"snr":7.5}],\
                "txInfo":{"frequency":902300000,"modulation":{"lora":{"bandwidth":125000,"spreadingFactor":7,"codeRate":"CR_4_5"}}}}""".formatted(
                        at,
                        APPLICATION,
                        bin.id(),
                        bin.devEui(),
                        bin.devEui().substring(12),
                        count,
                        Payload.port(bin.network()),
                        payload(bin, measurement));
        String topic = "chirpstack/application/" + APPLICATION + "/device/" + bin.devEui() + "/event/up";
        return new Uplink(bin, count, topic, json);
    }

    private static String payload(Bin bin, Measurement measurement) {
        return Base64.getEncoder().encodeToString(Payload.of(bin.network(), measurement));
    }
}
