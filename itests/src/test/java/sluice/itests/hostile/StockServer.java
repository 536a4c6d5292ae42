package sluice.itests.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** An MQTT server without Sluice's rules, for showing that what they forbid would work. One for the whole run. */
final class StockServer {
    private static int port;

    private StockServer() {}

    static synchronized int port() {
        if (port == 0) {
            port = start();
        }
        return port;
    }

    private static int start() {
        try {
            int chosen = free();
            ConfigurationImpl configuration = new ConfigurationImpl();
            configuration.setSecurityEnabled(false);
            configuration.setPersistenceEnabled(false);
            configuration.setJournalType(JournalType.NIO); // or it looks for a native library
            configuration.setBindingsDirectory("target/stock/bindings");
            configuration.addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + chosen + "?protocols=MQTT");
            new EmbeddedActiveMQ().setConfiguration(configuration).start();
            return chosen;
        } catch (Exception e) { // that is what it declares
            throw new IllegalStateException(e);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
