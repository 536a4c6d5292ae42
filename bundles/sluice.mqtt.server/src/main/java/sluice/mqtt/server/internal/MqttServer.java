package sluice.mqtt.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.MqttEndpoint;
import sluice.broker.core.port.MqttSource;

/** A running MQTT server. Made by {@link #start}, ended by {@link #close}. Public for the tests of other modules; not exported. */
public final class MqttServer implements AutoCloseable {
    /** Larger than any packet, so that none becomes a "large message", which Artemis writes to a file whatever its queue. */
    private static final int JOURNAL_BUFFER_MARGIN = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(MqttServer.class);
    private static final long LEAST_FREE_DISK = 64L << 20;
    private static final String ACCEPTOR = "mqtt";
    private static final int START_SECONDS = 20;
    private static final int VERIFIER_THREADS = 2;
    private static final int VERIFIER_QUEUE = 256;

    private final Settings settings;
    private final Accounts accounts = new Accounts();
    private final Mailboxes mailboxes = new Mailboxes(accounts);
    private final Tide tide;
    private final Porch porch;
    private final Gates gates;
    private final ThreadPoolExecutor verifier;
    private final ActiveMQServer artemis;

    private MqttServer(Settings settings, Refusals refusals) {
        this.settings = settings;
        this.tide = new Tide(settings.limits().waitingBytes());
        this.verifier = verifier();
        this.porch = new Porch(
                settings.limits().connections(),
                refusals,
                connection -> acceptor().transfer(connection));
        this.gates = new Gates(new Gates.Rules(accounts, mailboxes, tide), refusals, settings.limits(), verifier);
        this.artemis =
                new ActiveMQServerImpl(configuration(settings), new Doorman(accounts, Mailboxes::isNamedLikeOne));
    }

    /** Starts a server; whatever the world does against it (port in use, disk full) ends in an exception, and nothing is left behind. */
    public static MqttServer start(Settings settings, List<MqttSource> sources, Refusals refusals) throws Exception {
        MqttServer server = new MqttServer(settings, refusals);
        try {
            server.accounts.replace(sources);
            server.run();
            return server;
        } catch (Exception failed) {
            server.close();
            throw failed;
        }
    }

    private void run() throws Exception {
        Files.createDirectories(settings.folder());
        artemis.addProtocolManagerFactory(new GatedMqtt(gates));
        artemis.registerBrokerPlugin(mailboxes);
        artemis.registerBrokerPlugin(new InOrder());
        inOwnClassLoader(artemis::start);
        if (!artemis.waitForActivation(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the MQTT server did not start in " + START_SECONDS + " s; is its folder in use");
        }
        tide.measure(artemis.getPagingManager());
        mailboxes.reconcile(artemis);
        porch.listen(settings.host(), settings.port());
    }

    /** Artemis does not listen itself: its socket would be open before all is ready, and to more than MQTT. */
    private NettyAcceptor acceptor() {
        return (NettyAcceptor) artemis.getRemotingService().getAcceptor(ACCEPTOR);
    }

    public boolean isRunning() {
        return artemis.isStarted();
    }

    Tide tide() {
        return tide;
    }

    /** Takes over a changed list of accounts; connections of accounts that changed are closed. */
    public void accounts(List<MqttSource> sources) throws Exception {
        accounts.replace(sources);
        mailboxes.reconcile();
        gates.recheck();
    }

    public MqttEndpoint endpoint() {
        return new Endpoint(settings.uri(), accounts.platformPassword());
    }

    @Override
    public void close() {
        verifier.shutdownNow();
        try {
            gates.close();
            porch.close();
            inOwnClassLoader(artemis::stop);
        } catch (Exception failed) {
            LOG.warn(
                    "the MQTT server did not stop cleanly: {}",
                    failed.getClass().getName());
        }
    }

    private static Configuration configuration(Settings settings) {
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
                .setJournalPoolFiles(4)
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

    private static ThreadPoolExecutor verifier() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                VERIFIER_THREADS,
                VERIFIER_THREADS,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(VERIFIER_QUEUE),
                task -> {
                    Thread thread = new Thread(task, "sluice-mqtt-password");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Artemis finds its parts through the thread's class loader. */
    private static void inOwnClassLoader(Step step) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MqttServer.class.getClassLoader());
        try {
            step.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What the platform's own client needs to know. */
    private record Endpoint(String uri, String secret) implements MqttEndpoint {
        @Override
        public String account() {
            return Accounts.PLATFORM;
        }

        @Override
        public char[] password() {
            return secret.toCharArray();
        }

        @Override
        public String clientId() {
            return Accounts.PLATFORM_CLIENT;
        }

        @Override
        public String toString() {
            return uri;
        }
    }
}
