package sluice.lorawan.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import sluice.broker.core.port.Envelope.Opened;
import sluice.broker.core.port.Inbound;

/** Messages of our own making, and how they are handed in. */
final class Fixture {
    static final Instant PLATFORM_TIME = Instant.parse("2026-03-01T06:15:04Z");
    static final String TTS_EUI = "deveui:a840410000000017";
    static final String TTS_TOPIC = "v3/city-bins@ttn/devices/bin-017/";
    static final String CHIRPSTACK_EUI = "deveui:24e1240000000017";
    static final String CHIRPSTACK_TOPIC =
            "application/00000000-0000-4000-8000-000000000002/device/24e1240000000017/event/";

    private Fixture() {}

    static String text(String name) {
        try (InputStream file = Fixture.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Opened mqtt(String topic, String json) {
        return open("mqtt", topic, json.getBytes(UTF_8));
    }

    static Opened http(String json) {
        return open("http", "city-network-server", json.getBytes(UTF_8));
    }

    private static Opened open(String transport, String address, byte[] payload) {
        return new LorawanEnvelope().open(new Inbound(transport, address, payload, PLATFORM_TIME, "", false));
    }
}
