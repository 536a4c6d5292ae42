package sluice.transport.mqtt.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.MqttEndpoint;
import sluice.broker.core.port.MqttSources;
import sluice.broker.core.port.Subscription;
import sluice.broker.core.port.Trouble;

/**
 * Listens to every account on the MQTT server, in two sessions: a durable one for accounts without personal information, and a passing
 * one for all others.
 */
@Component(name = "sluice.transport.mqtt", immediate = true, service = Trouble.Source.class)
@Designate(ocd = MqttTransport.Config.class)
public final class MqttTransport implements Trouble.Source {
    /** The settings; read once, when the component starts. */
    @ObjectClassDefinition(name = "Sluice MQTT transport", description = "Where messages of devices come from")
    @interface Config {
        /** The external server, or empty for the embedded one. */
        @AttributeDefinition(
                description = "external server, tcp://HOST:PORT or ssl://HOST:PORT; empty for the embedded one")
        String uri() default "";

        /** User name on the external server. */
        @AttributeDefinition(description = "user name on the external server")
        String account() default "";

        /** Its password. */
        @AttributeDefinition(description = "password on the external server", type = AttributeType.PASSWORD)
        String password() default "";

        /** User name of the passing session, if it is another's. */
        @AttributeDefinition(
                description = "user name of the passing session on the external server; empty for the same account")
        String passing_account() default "";

        /** Its password. */
        @AttributeDefinition(description = "password of the passing session's account", type = AttributeType.PASSWORD)
        String passing_password() default "";

        /** PKCS #12 file of certificates to trust. */
        @AttributeDefinition(description = "PKCS #12 file of certificates to trust; empty for those that Java trusts")
        String trust_store() default "";

        /** PKCS #12 file of the platform's own key. */
        @AttributeDefinition(description = "PKCS #12 file of the platform's key and certificate; empty for none")
        String key_store() default "";

        /** Password of both files. */
        @AttributeDefinition(description = "password of both stores", type = AttributeType.PASSWORD)
        String store_password() default "";

        /** Client id on the external server. */
        @AttributeDefinition(description = "client id on the external server; the passing session adds .passing")
        String client_id() default "sluice.platform";

        /** Unacknowledged messages of one session. */
        @AttributeDefinition(description = "messages of one session that may be unacknowledged, 1 to 1024")
        int receive_maximum() default Intake.MAX_IN_FLIGHT;

        /** How long durable messages wait. */
        @AttributeDefinition(description = "how long durable messages wait for the platform, seconds, 60 to 2073600")
        long session_expiry_seconds() default 604_800;
    }

    private final MqttSources sources;
    private final Optional<Target> external;
    private final Link durable;
    private final Link passing;
    private final Subscription changes;
    private volatile @Nullable MqttEndpoint embedded;

    @Activate
    public MqttTransport(Config config, @Reference Intake intake, @Reference MqttSources sources) {
        Settings settings = new Settings(config.receive_maximum(), config.session_expiry_seconds());
        this.sources = sources;
        this.external = external(config);
        this.durable = link(Target.Kind.DURABLE, settings, intake);
        this.passing = link(Target.Kind.PASSING, settings, intake);
        this.changes = sources.onChange(this::listen);
        listen();
        external.ifPresent(server -> use(external));
    }

    private static Link link(Target.Kind kind, Settings settings, Intake intake) {
        return new Link(kind, settings, intake, InstantSource.system(), new Backoff(new Random()));
    }

    static Optional<Target> external(Config config) {
        if (config.uri().isEmpty()) {
            return Optional.empty();
        }
        if (!config.uri().startsWith("tcp://") && !config.uri().startsWith("ssl://")) {
            throw new IllegalArgumentException(
                    "`uri` must be `tcp://HOST:PORT` or `ssl://HOST:PORT`, got `" + config.uri() + "`");
        }
        Tls tls = Tls.of(config.trust_store(), config.key_store(), config.store_password());
        Target.Login durable = new Target.Login(config.account(), config.password());
        Target.Login passing = config.passing_account().isEmpty()
                ? durable
                : new Target.Login(config.passing_account(), config.passing_password());
        return Optional.of(new Target(config.uri(), durable, passing, config.client_id(), tls, false));
    }

    /** The embedded server came; it is of no interest if an external one is configured. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindEndpoint(MqttEndpoint endpoint) {
        embedded = endpoint;
        if (external.isEmpty()) {
            use(Optional.of(Target.of(endpoint)));
        }
    }

    synchronized void unbindEndpoint(MqttEndpoint endpoint) {
        if (embedded == endpoint) {
            embedded = null;
            if (external.isEmpty()) {
                use(Optional.empty());
            }
        }
    }

    private void use(Optional<Target> server) {
        durable.use(server);
        passing.use(server);
    }

    private synchronized void listen() {
        Filters resting = filters(true);
        Filters personal = filters(false);
        durable.listen(resting, personal);
        passing.listen(personal, resting);
    }

    private Filters filters(boolean durablePath) {
        return new Filters(sources.all().stream()
                .filter(source -> source.durable() == durablePath)
                .toList());
    }

    @Deactivate
    void deactivate() {
        changes.close();
        durable.close();
        passing.close();
    }

    @Override
    public String part() {
        return "mqtt";
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        if (external.isEmpty() && embedded == null) {
            troubles.add(new Trouble(
                    "mqtt-no-server",
                    "MQTT transport",
                    "no server: the embedded one does not run, and `uri` names no other"));
        } else {
            durable.trouble().ifPresent(troubles::add);
            passing.trouble().ifPresent(troubles::add);
        }
        if (external.map(Target::isPlain).orElse(false)) {
            troubles.add(new Trouble(
                    "mqtt-plain-network", "MQTT transport", "`uri` crosses a network without TLS; use `ssl://`"));
        }
        return List.copyOf(troubles);
    }
}
