package sluice.broker.core.port;

/** Where the platform's own client finds the embedded MQTT server, and how it proves that it is the platform. */
public interface MqttEndpoint {
    /**
     * The server's address.
     *
     * @return for example {@code tcp://127.0.0.1:1883}
     */
    String uri();

    /**
     * The platform's account.
     *
     * @return a user name that no device can have
     */
    String account();

    /**
     * The platform's password, made anew at every start.
     *
     * @return a copy
     */
    char[] password();

    /**
     * How the platform's client ids start; the server refuses such an id to every other account.
     *
     * @return a prefix; the platform's sessions append to it
     */
    String clientId();
}
