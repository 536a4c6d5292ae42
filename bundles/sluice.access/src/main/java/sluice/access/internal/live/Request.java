package sluice.access.internal.live;

import java.nio.file.Path;

/**
 * What an administrator asks for.
 *
 * @param host the name or address under which the platform is reached
 * @param certificate PEM file with chain and key, or a PKCS#12 file
 * @param password of the PKCS#12 file; empty for PEM
 * @param httpsPort for the console and webhooks
 * @param mqttPort for MQTT over TLS
 * @param acceptsDevelopmentKey whether guests signed with the key that the build made may go on
 * @param by who asks
 */
public record Request(
        String host,
        Path certificate,
        String password,
        int httpsPort,
        int mqttPort,
        boolean acceptsDevelopmentKey,
        String by) {

    @Override
    public String toString() {
        return "Request[" + host + ", " + certificate + "]";
    }
}
