package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

/**
 * An account of one network server or device on the MQTT server, and the topics that are its own.
 *
 * @param account the user name
 * @param passwordHash {@code pbkdf2:ITERATIONS:SALT:HASH} (PBKDF2-HMAC-SHA-256, salt and 32-byte hash in base64); empty when an external
 *     server keeps the accounts
 * @param prefix the account may publish to topics that start with this; ends with {@code /}
 * @param durable whether its messages wait on disk when the platform is away; for streams without personal information only
 */
public record MqttSource(String account, String passwordHash, String prefix, boolean durable) {
    public MqttSource {
        requireNonNull(account, "account is null");
        requireNonNull(passwordHash, "passwordHash is null");
        if (!prefix.endsWith("/") || prefix.length() < 2 || prefix.startsWith("$")) {
            throw new IllegalArgumentException(
                    "an account's prefix must end with `/` and not start with `$`, got `" + prefix + "`");
        }
    }
}
