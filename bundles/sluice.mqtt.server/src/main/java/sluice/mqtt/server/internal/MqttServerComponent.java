package sluice.mqtt.server.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.MqttEndpoint;
import sluice.broker.core.port.MqttSources;
import sluice.broker.core.port.Subscription;
import sluice.broker.core.port.Trouble;

/** Keeps the server running while it is enabled, and publishes its endpoint while it runs. All work is done on one thread of its own. */
@Component(name = "sluice.mqtt.server", immediate = true, service = Trouble.Source.class)
@Designate(ocd = MqttServerComponent.Config.class)
public final class MqttServerComponent implements Trouble.Source {
    private static final Logger LOG = LoggerFactory.getLogger(MqttServerComponent.class);
    private static final int LOOK_SECONDS = 10;
    private static final long STOP_SECONDS = 20;

    /** The settings; read once, when the component starts. */
    @ObjectClassDefinition(name = "Sluice MQTT server", description = "The embedded MQTT server")
    @interface Config {
        /** Whether the server runs; switch it off when {@code sluice.transport.mqtt} names an external one. */
        @AttributeDefinition(description = "whether the embedded server runs; off when an external one is used")
        boolean enabled() default true;

        /** Address to listen on. */
        @AttributeDefinition(description = "address to listen on without TLS, so leave it on loopback")
        String host() default "127.0.0.1";

        /** TCP port. */
        @AttributeDefinition(description = "TCP port, 1 to 65535")
        int port() default 1883;

        /** Folder for durable messages; {@code ${karaf.data}} is replaced. */
        @AttributeDefinition(description = "folder for durable messages")
        String folder() default "${karaf.data}/sluice/mqtt";

        /** Connections at a time. */
        @AttributeDefinition(description = "connections at a time, 1 to 100000")
        int max_connections() default 1_000;

        /** Bytes of one packet. */
        @AttributeDefinition(
                description = "length of a packet, bytes, 1024 to 8388608; a longer one ends its connection")
        int max_packet_bytes() default 1_100_000;

        /** Bytes that wait for the platform. */
        @AttributeDefinition(
                description = "memory for waiting messages, bytes, at least 1048576; beyond it nothing is read")
        long max_waiting_bytes() default 32L << 20;

        /** Topics of one account. */
        @AttributeDefinition(description = "topics that one account may use between two starts, 1 to 1000000")
        int max_topics() default 20_000;

        /** Silence of a client. */
        @AttributeDefinition(
                description = "longest keep-alive, seconds, 1 to 43690; a client is cut off after 1.5 times that")
        int idle_timeout_seconds() default 300;

        /** Until when acknowledged messages are taken out of the files. */
        @AttributeDefinition(
                description =
                        "how long a message stays readable on disk after it was acknowledged, seconds, 1 to 86400")
        int erase_after_seconds() default 60;

        /** Address to listen on with TLS; {@code sluice:go-live} sets it. */
        @AttributeDefinition(description = "address to listen on with TLS, beside the one without; empty: nowhere")
        String tls_host() default "";

        /** TCP port with TLS. */
        @AttributeDefinition(description = "TCP port with TLS, 1 to 65535")
        int tls_port() default 8883;

        /** PKCS#12 file with key and certificates. */
        @AttributeDefinition(description = "PKCS#12 file with the key and its certificates")
        String tls_keystore() default "";

        /** Password of the file. */
        @AttributeDefinition(description = "password of the file and of the key")
        String tls_keystore_password() default "";
    }

    private final BundleContext context;
    private final MqttSources sources;
    private final AtomicReference<@Nullable Intake> door = new AtomicReference<>();
    private final Refusals refusals = new Refusals(door);
    private final ScheduledExecutorService keeper;
    private final Subscription changes;
    private final boolean enabled;
    private final Settings settings;
    private @Nullable ServiceRegistration<MqttEndpoint> published;
    private volatile @Nullable MqttServer server;
    private volatile String failure = "it is starting";

    @Activate
    public MqttServerComponent(BundleContext context, Config config, @Reference MqttSources sources) {
        this.context = context;
        this.sources = sources;
        this.enabled = config.enabled();
        this.settings = settings(context, config);
        this.keeper = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sluice-mqtt-server"));
        this.changes = sources.onChange(() -> keeper.execute(this::follow));
        if (enabled) {
            keeper.scheduleWithFixedDelay(this::keepRunning, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    static Settings settings(BundleContext context, Config config) {
        String data = context.getProperty("karaf.data");
        return new Settings(
                config.host(),
                config.port(),
                Path.of(config.folder().replace("${karaf.data}", data == null ? "data" : data)),
                new Settings.Limits(
                        config.max_connections(),
                        config.max_packet_bytes(),
                        config.max_waiting_bytes(),
                        config.max_topics(),
                        Duration.ofSeconds(config.idle_timeout_seconds()),
                        Duration.ofSeconds(config.erase_after_seconds())),
                Tls.of(config));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindIntake(Intake intake) {
        door.set(intake);
    }

    void unbindIntake(Intake intake) {
        door.compareAndSet(intake, null);
    }

    private void keepRunning() {
        MqttServer running = server;
        if (running != null && running.isRunning()) {
            return;
        }
        try {
            stop();
            MqttServer started = MqttServer.start(settings, sources.all(), refusals);
            server = started;
            failure = "";
            published = context.registerService(MqttEndpoint.class, started.endpoint(), null);
            LOG.info("the MQTT server listens on {}, with TLS on {}", settings.uri(), settings.tls());
        } catch (Exception | LinkageError failed) {
            failure = failed.getMessage() == null ? failed.getClass().getName() : failed.getMessage();
        }
    }

    private void follow() {
        MqttServer running = server;
        if (running == null) {
            return;
        }
        try {
            running.accounts(sources.all());
        } catch (Exception halfDone) {
            // fail closed: a server that does not know its accounts does not run
            failure = "the changed accounts could not be taken over: "
                    + halfDone.getClass().getName();
            stop();
        }
    }

    private void stop() {
        ServiceRegistration<MqttEndpoint> registration = published;
        published = null;
        if (registration != null) {
            registration.unregister();
        }
        MqttServer running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        changes.close();
        keeper.execute(this::stop);
        keeper.shutdown();
        if (!keeper.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the MQTT server did not stop within {} s", STOP_SECONDS);
        }
    }

    @Override
    public String part() {
        return "mqtt";
    }

    @Override
    public List<Trouble> troubles() {
        if (!enabled) {
            return List.of();
        }
        List<Trouble> troubles = new ArrayList<>();
        MqttServer running = server;
        if (running == null || !running.isRunning()) {
            troubles.add(new Trouble("mqtt-server-down", "MQTT server", failure));
        } else if (running.tide().isHigh()) {
            troubles.add(
                    new Trouble(
                            "mqtt-server-full",
                            "MQTT server",
                            "senders are held back: messages wait for the platform, or the disk is full; see `max.waiting.bytes`"));
        }
        if (running != null && running.isErasingLate()) {
            troubles.add(new Trouble(
                    "mqtt-not-erased",
                    "MQTT server",
                    "acknowledged messages could not be taken out of its files; it is tried again; is the disk full"));
        }
        if (!settings.isLoopback()) {
            troubles.add(new Trouble(
                    "mqtt-plain-network",
                    "MQTT server",
                    "listens on `" + settings.host()
                            + "` without TLS; use `127.0.0.1`, or an external server with TLS"));
        }
        return List.copyOf(troubles);
    }
}
