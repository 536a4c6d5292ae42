package sluice.driver.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One message of a device, without its envelope: the bytes, and what the transport knew about them. Immutable. */
public final class Frame {
    private final byte[] payload;
    private final Instant receivedAt;
    private final int port;
    private final long counter;
    private final String mediaType;

    private Frame(byte[] payload, Instant receivedAt, int port, long counter, String mediaType) {
        this.payload = payload;
        this.receivedAt = requireNonNull(receivedAt, "receivedAt is null");
        this.port = port;
        this.counter = counter;
        this.mediaType = requireNonNull(mediaType, "mediaType is null");
    }

    /**
     * A frame without port, counter or media type.
     *
     * @param payload the message; copied
     * @param receivedAt when the first machine that is not the device took it in
     * @return the frame
     */
    public static Frame of(byte[] payload, Instant receivedAt) {
        return new Frame(payload.clone(), receivedAt, -1, -1, "");
    }

    /**
     * The same frame, on a port.
     *
     * @param newPort LoRaWAN FPort, 0 to 255
     * @return a copy
     */
    public Frame onPort(int newPort) {
        return new Frame(payload, receivedAt, newPort, counter, mediaType);
    }

    /**
     * The same frame, with the device's own count.
     *
     * @param newCounter LoRaWAN FCnt or the like; not negative
     * @return a copy
     */
    public Frame counted(long newCounter) {
        return new Frame(payload, receivedAt, port, newCounter, mediaType);
    }

    /**
     * The same frame, with the media type that its sender declared.
     *
     * @param newMediaType for example {@code application/json}; may be wrong, as senders are
     * @return a copy
     */
    public Frame typed(String newMediaType) {
        return new Frame(payload, receivedAt, port, counter, newMediaType);
    }

    /**
     * The message.
     *
     * @return a copy of the bytes
     */
    public byte[] payload() {
        return payload.clone();
    }

    /**
     * Length of the message, without copying it.
     *
     * @return bytes, 0 or more
     */
    public int length() {
        return payload.length;
    }

    /**
     * One byte of the message.
     *
     * @param index from 0 to {@link #length()} - 1
     * @return 0 to 255
     * @throws IndexOutOfBoundsException if there is no such byte
     */
    public int unsigned(int index) {
        return payload[index] & 0xff;
    }

    /**
     * When the first machine that is not the device took it in: the network server, or the platform's own listener.
     *
     * @return UTC
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * LoRaWAN FPort.
     *
     * @return 0 to 255, or empty if the transport has no ports
     */
    public OptionalInt port() {
        return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /**
     * The device's own count of its frames.
     *
     * @return 0 or more, or empty if the transport does not tell it
     */
    public OptionalLong counter() {
        return counter < 0 ? OptionalLong.empty() : OptionalLong.of(counter);
    }

    /**
     * What the sender called the format.
     *
     * @return for example {@code application/json}, or empty
     */
    public Optional<String> mediaType() {
        return mediaType.isEmpty() ? Optional.empty() : Optional.of(mediaType);
    }
}
