package sluice.mqtt.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.MqttEndpoint;
import sluice.broker.core.port.MqttSource;

/** A running MQTT server. Made by {@link #start}, ended by {@link #close}. Public for the tests of other modules; not exported. */
public final class MqttServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MqttServer.class);
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
    private final Broom broom;

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
                new ActiveMQServerImpl(ArtemisSettings.of(settings), new Doorman(accounts, Mailboxes::isNamedLikeOne));
        this.broom = new Broom(artemis, mailboxes, settings.limits().rest());
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
        if (!artemis.waitForActivation(ArtemisSettings.START_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException(
                    "the MQTT server did not start in " + ArtemisSettings.START_SECONDS + " s; is its folder in use");
        }
        tide.measure(artemis.getPagingManager());
        mailboxes.reconcile(artemis);
        broom.start();
        porch.listen(settings.host(), settings.port());
        Tls tls = settings.tls();
        if (tls != null) {
            porch.listen(tls);
        }
    }

    /** Artemis does not listen itself: its socket would be open before all is ready, and to more than MQTT. */
    private NettyAcceptor acceptor() {
        return (NettyAcceptor) artemis.getRemotingService().getAcceptor(ArtemisSettings.ACCEPTOR);
    }

    public boolean isRunning() {
        return artemis.isStarted();
    }

    /** Whether acknowledged messages are on disk for longer than they should be. */
    boolean isErasingLate() {
        return broom.isBehind();
    }

    Tide tide() {
        return tide;
    }

    /** Takes over a changed list of accounts; connections of accounts that changed are closed. */
    public void accounts(List<MqttSource> sources) throws Exception {
        accounts.replace(sources);
        boolean emptied = mailboxes.reconcile();
        gates.recheck();
        if (emptied) {
            broom.sweepNow();
        }
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
            broom.close();
            inOwnClassLoader(artemis::stop);
        } catch (Exception failed) {
            LOG.warn(
                    "the MQTT server did not stop cleanly: {}",
                    failed.getClass().getName());
        }
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
