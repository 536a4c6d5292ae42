package sluice.lorawan.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Envelope.Broken;
import sluice.broker.core.port.Envelope.NetworkEvent;
import sluice.broker.core.port.Envelope.Opened;
import sluice.broker.core.port.Envelope.Uplink;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;

/**
 * The parts of a message as its network laid them out, unchecked, and the one way to open it.
 *
 * @param eui the device's EUI
 * @param device the device's name in the network's topics, empty if it is not said
 * @param uplink the object that holds the frame
 * @param names what the frame's parts are called there
 * @param time when the network server received it
 */
record Letter(Json eui, String device, Json uplink, Names names, Json time) {
    /** No radio frame is longer. Source: LoRaWAN regional parameters, maximum payload size. */
    private static final int MAX_FRAME = 255;

    private static final int MAX_PORT = 255;
    private static final long MAX_COUNTER = 0xffff_ffffL;
    private static final Opened MALFORMED = new Broken(Reason.MALFORMED);

    /** What a network calls the parts of a frame. */
    record Names(String payload, String port, String counter) {}

    /** Opens it as a report of that event; without a time of the network's own, the platform's is taken. */
    Opened open(Event event, Instant receivedAt) {
        Optional<String> address = eui.text().flatMap(DevEui::address);
        if (address.isEmpty()) {
            return MALFORMED;
        }
        if (event != Event.UPLINK) {
            return new NetworkEvent(address.get(), event.withoutFrame());
        }
        return uplink.isAbsent() ? MALFORMED : uplink(address.get(), receivedAt);
    }

    private Opened uplink(String address, Instant receivedAt) {
        Json encoded = uplink.get(names.payload());
        if (encoded.isAbsent() || encoded.text().filter(String::isEmpty).isPresent()) {
            return new NetworkEvent(address, Event.UPLINK.withoutFrame());
        }
        Optional<byte[]> payload = encoded.text().flatMap(Letter::decoded);
        OptionalLong port = upTo(MAX_PORT, uplink.get(names.port()));
        OptionalLong counter = upTo(MAX_COUNTER, uplink.get(names.counter()));
        Optional<Instant> received = time.isAbsent() ? Optional.of(receivedAt) : instant(time);
        if (payload.isEmpty() || port.isEmpty() || counter.isEmpty() || received.isEmpty()) {
            return MALFORMED;
        }
        if (payload.get().length > MAX_FRAME) {
            return new Broken(Reason.OVERSIZED);
        }
        Frame frame = Frame.of(payload.get(), received.get());
        return new Uplink(address, frame.onPort((int) port.getAsLong()).counted(counter.getAsLong()));
    }

    // Both networks write JSON from protocol buffers, which leave a zero out.
    private static OptionalLong upTo(long most, Json number) {
        if (number.isAbsent()) {
            return OptionalLong.of(0);
        }
        OptionalLong value = number.integer();
        return value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() <= most ? value : OptionalLong.empty();
    }

    // The JDK's decoder lets missing padding and stray bits pass, so that two texts would be one frame.
    private static Optional<byte[]> decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    // RFC 3339 knows years 0 to 9999 only; Java's further ones overflow a count of milliseconds.
    private static Optional<Instant> instant(Json time) {
        try {
            return time.text()
                    .map(OffsetDateTime::parse)
                    .filter(parsed -> parsed.getYear() >= 0 && parsed.getYear() <= 9999)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
