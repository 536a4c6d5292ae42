package sluice.itests.hostile;

import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import sluice.itests.outside.Ports;

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
            int chosen = Ports.one();
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
}
