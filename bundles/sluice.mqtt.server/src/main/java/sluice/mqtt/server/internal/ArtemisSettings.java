package sluice.mqtt.server.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How Artemis is set up: MQTT only, nothing made on demand, no paging, and a journal that keeps no message longer than it must. */
final class ArtemisSettings {
    static final String ACCEPTOR = "mqtt";
    static final int START_SECONDS = 20;

    /** Larger than any packet, so that none becomes a "large message", which Artemis writes to a file whatever its queue. */
    private static final int JOURNAL_BUFFER_MARGIN = 256 * 1024;

    private static final long LEAST_FREE_DISK = 64L << 20;

    /** A file that is used again keeps what stood in it until it is overwritten; so it is deleted, and a new one made. */
    private static final int REUSE_NONE = 0;

    /** The {@link Broom} does it. */
    private static final int WHEN_ASKED = 0;

    private ArtemisSettings() {}

    static Configuration of(Settings settings) {
        int packet = settings.limits().packetBytes();
        WildcardConfiguration mqtt =
                new WildcardConfiguration().setDelimiter('/').setSingleWord('+').setAnyWords('#');
        Configuration configuration = new ConfigurationImpl()
                .setName("sluice")
                .setWildCardConfiguration(mqtt)
                .setResolveProtocols(false)
                .setSecurityEnabled(true)
                .setAuthenticationCacheSize(0)
                .setAuthorizationCacheSize(0)
                .setClusterUser(UUID.randomUUID().toString())
                .setClusterPassword(UUID.randomUUID().toString())
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalLockAcquisitionTimeout(TimeUnit.SECONDS.toMillis(START_SECONDS))
                .setJournalMinFiles(2)
                .setJournalPoolFiles(REUSE_NONE)
                .setJournalCompactMinFiles(WHEN_ASKED)
                .setJournalFileSize(4 * (packet + JOURNAL_BUFFER_MARGIN))
                .setJournalBufferSize_NIO(packet + JOURNAL_BUFFER_MARGIN)
                .setGlobalMaxSize(-1)
                .setMinDiskFree(LEAST_FREE_DISK)
                .setMqttSessionScanInterval(5_000)
                .setScheduledThreadPoolMaxSize(2)
                .setThreadPoolMaxSize(16)
                .setMaxDiskUsage(-1);
        configuration
                .setBindingsDirectory(settings.folder().resolve("bindings").toString())
                .setJournalDirectory(settings.folder().resolve("journal").toString())
                .setLargeMessagesDirectory(settings.folder().resolve("large").toString())
                .setPagingDirectory(settings.folder().resolve("paging").toString());
        configuration.addAcceptorConfiguration(acceptor(settings));
        configuration.addAddressSetting("#", addressSettings());
        return configuration;
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setMaxDeliveryAttempts(-1)
                .setMaxSizeBytes(-1)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL);
    }

    private static TransportConfiguration acceptor(Settings settings) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, settings.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, settings.port());
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
        parameters.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
        parameters.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
        parameters.put(TransportConstants.HTTP_UPGRADE_ENABLED_PROP_NAME, true);
        parameters.put(TransportConstants.REMOTING_THREADS_PROPNAME, 1);
        parameters.put(TransportConstants.HANDSHAKE_TIMEOUT, 0);
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                parameters,
                ACCEPTOR,
                Map.of(
                        "maximumPacketSize",
                        settings.limits().packetBytes(),
                        "serverKeepAlive",
                        (int) settings.limits().idle().toSeconds(),
                        "topicAliasMaximum",
                        0));
    }
}
