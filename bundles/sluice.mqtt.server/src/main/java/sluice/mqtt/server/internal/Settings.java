package sluice.mqtt.server.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the server runs.
 *
 * @param host address that it listens on
 * @param port TCP port, 1 to 65,535
 * @param folder where durable messages wait
 * @param limits what it takes at most
 * @param tls where it also listens, with TLS; null if nowhere
 */
public record Settings(
        String host,
        int port,
        Path folder,
        Limits limits,
        @Nullable Tls tls) {
    /** Without TLS. */
    public Settings(String host, int port, Path folder, Limits limits) {
        this(host, port, folder, limits, null);
    }

    public Settings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("`host` is empty; use `127.0.0.1`");
        }
        within("port", port, 1, 65_535);
    }

    String uri() {
        return "tcp://" + host + ":" + port;
    }

    boolean isLoopback() {
        return host.startsWith("127.") || host.equals("localhost") || host.equals("::1");
    }

    static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "`" + name + "` must be from " + least + " to " + most + ", got `" + value + "`");
        }
    }

    /**
     * What the server takes at most.
     *
     * @param connections connections at a time
     * @param packetBytes length of one MQTT packet, bytes
     * @param waitingBytes memory for messages that wait for the platform, bytes; beyond it nothing is read from senders
     * @param topics topics that one account may use since the server started
     * @param idle how long a client may be silent
     * @param rest how long a message may stay readable in the files after the platform has acknowledged it
     */
    public record Limits(
            int connections, int packetBytes, long waitingBytes, int topics, Duration idle, Duration rest) {
        private static final Duration USUAL_REST = Duration.ofMinutes(1);

        public Limits {
            within("max.connections", connections, 1, 100_000);
            within("max.packet.bytes", packetBytes, 1_024, 8 << 20);
            within("max.waiting.bytes", waitingBytes, 1 << 20, 1L << 34);
            within("max.topics", topics, 1, 1_000_000);
            within("idle.timeout.seconds", idle.toSeconds(), 1, 43_690);
            within("erase.after.seconds", rest.toSeconds(), 1, 86_400);
        }

        /**
         * Limits with the usual rest of a minute.
         *
         * @param connections as above
         * @param packetBytes as above
         * @param waitingBytes as above
         * @param topics as above
         * @param idle as above
         */
        public Limits(int connections, int packetBytes, long waitingBytes, int topics, Duration idle) {
            this(connections, packetBytes, waitingBytes, topics, idle, USUAL_REST);
        }
    }
}
