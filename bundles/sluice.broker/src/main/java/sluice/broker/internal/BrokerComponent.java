package sluice.broker.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.app.api.Application;
import sluice.broker.core.Broker;
import sluice.broker.core.Ports;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.Keys;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.PolicySource;
import sluice.broker.core.port.Spool;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.Subscription;
import sluice.driver.spi.Driver;
import sluice.guard.Armed;
import sluice.json.JsonReader;

/**
 * The policy enforcement point. Runs when ledger, spool, store, keys, registers, conditions and policy are there and the guard is armed; follows
 * drivers, applications and networks as their bundles come and go, and knows each guest by its bundle's symbolic name.
 *
 * <p>The guard withdraws {@link Armed} before it drops anything. The reference is static and mandatory, so that Declarative Services has
 * stopped the broker, its door first, when that call returns.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "sluice.broker")
@Designate(ocd = BrokerComponent.Config.class)
public final class BrokerComponent {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerComponent.class);

    private final Broker broker;
    private final Subscription policy;
    private final Watchman watchman;
    private final Publication publication;
    private final BundleContext context;
    private final Guests<Driver> drivers;
    private final Guests<Application> applications;

    /** Configuration of the broker. */
    @ObjectClassDefinition(name = "Sluice broker", description = "The privacy broker")
    public @interface Config {
        /** Folder of the broker's own key; empty for {@code sluice/keys} below Karaf's data folder. */
        @AttributeDefinition(name = "Key folder", description = "empty: sluice/keys below Karaf's data folder")
        String key_folder() default "";
    }

    /** Starts the broker. */
    @Activate
    public BrokerComponent(
            Config config,
            BundleContext context,
            @Reference Armed armed,
            @Reference Ledger ledger,
            @Reference Spool spool,
            @Reference Store store,
            @Reference Conditions conditions,
            @Reference Keys keys,
            @Reference Budgets budgets,
            @Reference Devices devices,
            @Reference PolicySource policies)
            throws IOException {
        this.context = context;
        broker = new Broker(new Ports(
                ledger,
                spool,
                store,
                conditions,
                devices,
                LastingKey.in(config.key_folder()),
                InstantSource.system(),
                System::nanoTime,
                new GuestThreads(),
                JsonReader::read,
                keys,
                budgets));
        drivers = new Guests<>(broker::arrive, broker::leave);
        applications = new Guests<>(broker::arrive, broker::leave);
        policy = policies.subscribe(broker::activate);
        report(ledger.opening());
        report(armed.missingLayers());
        watchman = new Watchman(broker);
        publication = new Publication(context, broker);
    }

    /** Opens the door, once the networks, drivers and applications that are here already are known. */
    @Activate
    void open() {
        publication.open();
        LOG.info("broker started");
    }

    /** Stops the broker: first the door, then the guests. */
    @Deactivate
    public void stop() {
        publication.close();
        watchman.close();
        policy.close();
        broker.close();
        LOG.info("broker stopped");
    }

    // by reference: the service itself is fetched on the guest's own thread
    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addDriver(ServiceReference<Driver> reference) {
        drivers.arrive(reference, new LentDriver(new Lent<>(context, reference)));
    }

    void removeDriver(ServiceReference<Driver> reference) {
        drivers.leave(reference);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addApplication(ServiceReference<Application> reference) {
        applications.arrive(reference, new LentApplication(new Lent<>(context, reference)));
    }

    void removeApplication(ServiceReference<Application> reference) {
        applications.leave(reference);
    }

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    void addEnvelope(Envelope envelope) {
        broker.add(envelope);
    }

    void removeEnvelope(Envelope envelope) {
        broker.remove(envelope);
    }

    /** A crash voids what was in flight of personal streams; the ledger has the gap as an entry of its own. */
    private static void report(Ledger.Opening opening) {
        if (opening.unsealedSecond() >= 0) {
            LOG.warn(
                    "the last stop was no clean one: second {} is not sealed, the last sealed one is {}",
                    opening.unsealedSecond(),
                    opening.lastSealedSecond());
        }
    }

    private static void report(Set<String> missingLayers) {
        if (!missingLayers.isEmpty()) {
            LOG.warn("this is a laboratory and no city: the guard runs without its layers {}", missingLayers);
        }
    }
}
