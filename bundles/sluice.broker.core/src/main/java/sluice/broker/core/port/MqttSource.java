package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

/**
 * An account on the MQTT server, and the topics that are its own. Whoever has it speaks for the devices whose {@code mqtt:TOPIC} addresses
 * are below its prefix: for one device, or as a gateway for several. Only if the city says that it is a network server does it also speak,
 * in envelopes, for the devices that are registered behind it.
 *
 * @param account the user name
 * @param passwordHash {@code pbkdf2:ITERATIONS:SALT:HASH} (PBKDF2-HMAC-SHA-256, salt and 32-byte hash in base64); empty when an external
 *     server keeps the accounts
 * @param prefix the account may publish to topics that start with this; ends with {@code /}
 * @param durable whether its messages wait on disk when the platform is away; for streams without personal information only
 * @param networkServer whether its envelopes are opened
 */
public record MqttSource(String account, String passwordHash, String prefix, boolean durable, boolean networkServer) {
    public MqttSource {
        requireNonNull(account, "account is null");
        requireNonNull(passwordHash, "passwordHash is null");
        if (!prefix.endsWith("/") || prefix.length() < 2 || prefix.startsWith("$")) {
            throw new IllegalArgumentException(
                    "an account's prefix must end with `/` and not start with `$`, got `" + prefix + "`");
        }
    }

    /**
     * An account that is no network server.
     *
     * @param account the user name
     * @param passwordHash as above
     * @param prefix as above
     * @param durable as above
     */
    public MqttSource(String account, String passwordHash, String prefix, boolean durable) {
        this(account, passwordHash, prefix, durable, false);
    }

    /**
     * The same account as a network server.
     *
     * @return a copy
     */
    public MqttSource asNetworkServer() {
        return new MqttSource(account, passwordHash, prefix, durable, true);
    }
}
