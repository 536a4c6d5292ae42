package sluice.transport.mqtt.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import sluice.broker.core.port.MqttEndpoint;

/**
 * The server to connect to.
 *
 * @param uri {@code tcp://HOST:PORT} or {@code ssl://HOST:PORT}
 * @param durable user name and password of the durable session
 * @param passing of the passing session
 * @param clientId client id of the durable session; the other session adds {@link Kind#PASSING}'s suffix
 * @param tls key and trust material
 * @param embedded whether it is the platform's own server, which keeps nothing on disk that must not be there
 */
record Target(String uri, Login durable, Login passing, String clientId, Tls tls, boolean embedded) {
    private static final int CONNECT_SECONDS = 10;
    private static final int KEEP_ALIVE_SECONDS = 60;
    private static final long PASSING_EXPIRY_SECONDS = 3_600;

    static Target of(MqttEndpoint endpoint) {
        Login login = new Login(endpoint.account(), new String(endpoint.password()));
        return new Target(endpoint.uri(), login, login, endpoint.clientId(), Tls.NONE, true);
    }

    /**
     * How a session proves that it is the platform's.
     *
     * @param account user name, or empty
     * @param password its password
     */
    record Login(String account, String password) {
        void applyTo(MqttConnectionOptions options) {
            if (!account.isEmpty()) {
                options.setUserName(account);
                options.setPassword(password.getBytes(StandardCharsets.UTF_8));
            }
        }

        /** Never the password. */
        @Override
        public String toString() {
            return account;
        }
    }

    /** The two sessions of the platform. */
    enum Kind {
        /** Waits on the server while the platform is away. */
        DURABLE(""),
        /** For personal streams: nothing of it may rest on a disk. */
        PASSING(".passing");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    String clientId(Kind kind) {
        return clientId + kind.suffix;
    }

    /**
     * How to connect. A passing session survives a reconnection on the embedded server, in memory; an external server might write it to
     * its disk, so there it ends with the connection.
     */
    MqttConnectionOptions options(Kind kind, Settings settings) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        (kind == Kind.DURABLE ? durable : passing).applyTo(options);
        boolean kept = kind == Kind.DURABLE || embedded;
        options.setCleanStart(!kept);
        options.setSessionExpiryInterval(
                kind == Kind.DURABLE ? settings.sessionExpirySeconds() : kept ? PASSING_EXPIRY_SECONDS : 0L);
        options.setReceiveMaximum(settings.receiveMaximum());
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        tls.applyTo(uri, options);
        return options;
    }

    /** Whether passwords and readings would cross a network in the clear. */
    boolean isPlain() {
        String host = String.valueOf(URI.create(uri).getHost());
        boolean loopback = host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]");
        return !loopback && !uri.startsWith("ssl:");
    }

    @Override
    public String toString() {
        return uri;
    }
}
