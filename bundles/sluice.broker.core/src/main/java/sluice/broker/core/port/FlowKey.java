package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

/**
 * Names a flow.
 *
 * @param stream the catalogue stream
 * @param purpose the purpose
 * @param recipient symbolic name of the application's bundle
 */
public record FlowKey(String stream, String purpose, String recipient) {
    /** Stands for what was refused before it was a reading of any stream. */
    public static final FlowKey DOOR = new FlowKey("-", "-", "-");

    public FlowKey {
        requireNonNull(stream, "stream is null");
        requireNonNull(purpose, "purpose is null");
        requireNonNull(recipient, "recipient is null");
    }
}
