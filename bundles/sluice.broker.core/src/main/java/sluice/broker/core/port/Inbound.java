package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** A message as a transport took it in, before anyone has looked inside. */
public final class Inbound {
    private final String transport;
    private final String address;
    private final byte[] payload;
    private final Instant receivedAt;
    private final String mediaType;
    private final boolean durablePath;
    private final String networkServer;

    /**
     * A message of a sender that speaks for itself only.
     *
     * @param transport {@code mqtt} or {@code http}; a word of the platform's, used as a metric's label
     * @param address the topic, or the device id that the transport authenticated
     * @param payload the bytes; not copied, and not to be changed any more
     * @param receivedAt when the platform received it
     * @param mediaType what the sender called the format, or empty
     * @param durablePath whether it may have been written to a disk on its way here
     */
    public Inbound(
            String transport,
            String address,
            byte[] payload,
            Instant receivedAt,
            String mediaType,
            boolean durablePath) {
        this(transport, address, payload, receivedAt, mediaType, durablePath, "");
    }

    private Inbound(
            String transport,
            String address,
            byte[] payload,
            Instant receivedAt,
            String mediaType,
            boolean durablePath,
            String networkServer) {
        this.transport = requireNonNull(transport, "transport is null");
        this.address = requireNonNull(address, "address is null");
        this.payload = requireNonNull(payload, "payload is null");
        this.receivedAt = requireNonNull(receivedAt, "receivedAt is null");
        this.mediaType = requireNonNull(mediaType, "mediaType is null");
        this.durablePath = durablePath;
        this.networkServer = requireNonNull(networkServer, "networkServer is null");
    }

    /**
     * The same message, brought by a network server: it may be an envelope of any device that is registered behind that server.
     *
     * @param name the account that the transport authenticated
     * @return a copy that shares the payload
     */
    public Inbound fromNetworkServer(String name) {
        return new Inbound(transport, address, payload, receivedAt, mediaType, durablePath, name);
    }

    /**
     * Which transport brought it.
     *
     * @return {@code mqtt} or {@code http}
     */
    public String transport() {
        return transport;
    }

    /**
     * Where it came from, as the transport knows it.
     *
     * @return a topic ({@code mqtt}) or a device id ({@code http})
     */
    public String address() {
        return address;
    }

    /**
     * The address as the device registry writes it.
     *
     * @return transport, colon, address
     */
    public String registryAddress() {
        return transport + ":" + address;
    }

    /**
     * The bytes.
     *
     * @return the array itself; not to be changed
     */
    public byte[] payload() {
        return payload;
    }

    /**
     * When the platform received it.
     *
     * @return UTC
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * What its sender called the format.
     *
     * @return a media type, or empty
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Whether it may have been written to a disk on its way here. A reading of a stream with an indirect or direct identifier is refused
     * on such a path.
     *
     * @return true if so
     */
    public boolean durablePath() {
        return durablePath;
    }

    /**
     * The network server that brought it.
     *
     * @return its account; empty if the sender speaks for itself only, so that nothing in the message is an envelope
     */
    public Optional<String> networkServer() {
        return networkServer.isEmpty() ? Optional.empty() : Optional.of(networkServer);
    }
}
