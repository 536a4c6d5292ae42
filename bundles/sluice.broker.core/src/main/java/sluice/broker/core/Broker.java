package sluice.broker.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sluice.app.api.Application;
import sluice.broker.core.Roles.Role;
import sluice.broker.core.flow.Flow;
import sluice.broker.core.flow.Gatherings;
import sluice.broker.core.flow.IdKeys;
import sluice.broker.core.flow.Meters;
import sluice.broker.core.flow.PatientFlow;
import sluice.broker.core.flow.Router;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.intake.Door;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Subscription;
import sluice.broker.core.port.Trouble;
import sluice.broker.core.recipient.Recipient;
import sluice.broker.core.window.Room;
import sluice.driver.spi.Driver;

/**
 * The privacy broker: a door for transports, the line, and the recipients. Put together from its ports; whoever runs it calls {@link #watch}
 * every 50 ms and {@link #tick} every minute.
 */
public final class Broker implements AutoCloseable {
    private final Platform platform;
    private final Door door;
    private final Subscription conditions;
    private final Flow line;
    private final Gatherings gatherings;
    private final PatientFlow flow;
    private final Map<String, Recipient> recipients = new ConcurrentHashMap<>();
    private final Roles roles = new Roles();
    private final Declassifications declassifications;

    /**
     * A broker that knows no policy, no driver and no application yet.
     *
     * @param ports what it needs from the rest of the platform
     */
    public Broker(Ports ports) {
        Meters meters = new Meters(ports.ledger());
        Board board = new Board();
        conditions = ports.conditions().subscribe(board::activate);
        line = new Flow(ports.ledger(), ports.spool(), board, ports.clock(), ports.ticker());
        flow = new PatientFlow(line);
        gatherings = new Gatherings(ports.clock(), ports.budgets(), Room.ofHeap(), killed(ports.ledger()));
        platform = new Platform(
                flow,
                new Router(meters, board, gatherings, new Operators(ports.keys())),
                board,
                meters,
                ports.ledger(),
                ports.spool(),
                requireNonNull(ports.store(), "store is null"),
                new IdKeys(ports.idKey()),
                ports.clock(),
                ports.ticker(),
                ports.threads(),
                ports.json());
        declassifications = new Declassifications(ports.ledger());
        door = new Door(platform, requireNonNull(ports.devices(), "devices is null"));
    }

    /** In which second the last run ended, if it was no clean end. */
    private static @Nullable Instant killed(Ledger ledger) {
        long second = ledger.opening().unsealedSecond();
        return second < 0 ? null : Instant.ofEpochSecond(second);
    }

    /**
     * The door for transports.
     *
     * @return the same for the broker's life
     */
    public Intake intake() {
        return door;
    }

    /**
     * Puts a policy set in force, and says so in the ledger.
     *
     * @param policies the whole set
     */
    public void activate(PolicySet policies) {
        platform.router().activate(policies);
        platform.ledger().event("policy-activated", Map.of("version", policies.version()));
        declassifications.activate(
                policies.declassifications(), platform.clock().instant());
    }

    /**
     * A driver arrived; left out if its bundle is an application already.
     *
     * @param name symbolic name of its bundle
     * @param driver the driver
     */
    public void arrive(String name, Driver driver) {
        if (roles.take(name, Role.DRIVER)) {
            door.arrive(name, driver);
        }
    }

    /**
     * A driver left.
     *
     * @param name symbolic name of its bundle
     * @param driver the driver
     */
    public void leave(String name, Driver driver) {
        if (roles.has(name, Role.DRIVER)) {
            door.leave(name, driver);
        }
    }

    /**
     * An application arrived; left out if its bundle is a driver already.
     *
     * @param name symbolic name of its bundle
     * @param application the application
     */
    public void arrive(String name, Application application) {
        if (roles.take(name, Role.APPLICATION)) {
            recipients
                    .computeIfAbsent(name, key -> new Recipient(platform, key))
                    .arrive(application);
        }
    }

    /**
     * An application left.
     *
     * @param name symbolic name of its bundle
     * @param application the application
     */
    public void leave(String name, Application application) {
        Recipient recipient = recipients.get(name);
        if (recipient != null) {
            recipient.leave(application);
        }
    }

    /**
     * A network's envelopes can be opened from now on.
     *
     * @param envelope who opens them
     */
    public void add(Envelope envelope) {
        door.add(envelope);
    }

    /**
     * A network's envelopes can not be opened any more.
     *
     * @param envelope who opened them
     */
    public void remove(Envelope envelope) {
        door.remove(envelope);
    }

    /** Looks at the present call of every guest, and tells what windows have to tell. */
    public void watch() {
        line.tell(gatherings);
        door.watch();
        recipients.values().forEach(Recipient::watch);
    }

    /** Lets the drivers' sessions know that time passes, and lets recipients forget what waits in memory for too long. */
    public void tick() {
        door.tick();
        declassifications.look(platform.clock().instant());
        recipients.values().forEach(Recipient::tick);
    }

    /**
     * The broker as an operator sees it.
     *
     * @return live
     */
    public BrokerView view() {
        return new LiveView(platform, door, recipients);
    }

    /**
     * What does not run, and its root cause.
     *
     * @return empty if all is well
     */
    public List<Trouble> troubles() {
        return new Diagnosis(platform, door, recipients, roles).troubles();
    }

    /** Lets nothing in any more, sends back what waits, and ends every guest's thread. */
    @Override
    public void close() {
        flow.close();
        door.close();
        conditions.close();
        gatherings.close();
        line.tell(gatherings);
        recipients.values().forEach(Recipient::close);
    }
}
