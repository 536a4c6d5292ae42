package sluice.mqtt.server.internal;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.MqttSource;

/**
 * Who was let in on one connection.
 *
 * @param account the user name that it proved
 * @param clientId the client id that it claimed
 * @param version of MQTT, 5 or earlier
 * @param source the account as it was then; null for the platform
 */
record Visitor(
        String account,
        String clientId,
        int version,
        @Nullable MqttSource source) {
    static Visitor of(MqttConnectMessage connect, Accounts accounts) {
        String account = Objects.requireNonNullElse(connect.payload().userName(), "");
        return new Visitor(
                account,
                connect.payload().clientIdentifier(),
                connect.variableHeader().version(),
                accounts.find(account).orElse(null));
    }

    boolean isPlatform() {
        return account.equals(Accounts.PLATFORM);
    }

    /** MQTT 5 can say no to one message; before that, all there is to do is to hang up. */
    boolean canBeTold() {
        return version == Packets.V5;
    }
}
