package sluice.testkit.broker;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import sluice.broker.core.Broker;
import sluice.broker.core.Ports;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.port.Store;
import sluice.broker.core.rehearsal.RehearsalBudgets;
import sluice.broker.core.rehearsal.RehearsalKeys;
import sluice.json.JsonReader;
import sluice.testkit.ManualClock;

/**
 * The real broker, with ledger, spool, store, devices, keys, budgets and time in memory. Its keys are known to everybody, so that
 * pseudonyms are the same in each run.
 *
 * <pre>{@code
 * try (InMemoryBroker broker = new InMemoryBroker(policies)) {
 *     broker.devices().add("bin-1", "my.driver", "mqtt:my/bin-1", Map.of());
 *     broker.broker().arrive("my.driver", new MyDriver());
 *     broker.broker().arrive("my.app", app);
 *     Outcome outcome = broker.send("my/bin-1", "{...}");
 * }
 * }</pre>
 */
public final class InMemoryBroker implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final ManualClock clock = ManualClock.at("2026-05-04T10:07:30Z");
    private final MemoryLedger ledger;
    private final MemorySpool spool;
    private final Store store;
    private final MemoryConditions conditions = new MemoryConditions();
    private final MemoryDevices devices = new MemoryDevices();
    private final Broker broker;

    /**
     * A running broker.
     *
     * @param policies the set in force
     */
    public InMemoryBroker(PolicySet policies) {
        this(policies, new MemoryLedger(), new MemorySpool());
    }

    /**
     * A running broker with what is left of an earlier one.
     *
     * @param policies the set in force
     * @param ledger its ledger
     * @param spool its spool
     */
    public InMemoryBroker(PolicySet policies, MemoryLedger ledger, MemorySpool spool) {
        this(policies, ledger, spool, MemoryStore::new);
    }

    /**
     * A running broker with what is left of an earlier one, or with a store that is none of memory.
     *
     * @param policies the set in force
     * @param ledger its ledger
     * @param spool its spool
     * @param store gives the store for the broker's clock
     */
    public InMemoryBroker(
            PolicySet policies, MemoryLedger ledger, MemorySpool spool, Function<InstantSource, Store> store) {
        this.ledger = ledger;
        this.spool = spool;
        this.store = store.apply(clock);
        broker = new Broker(new Ports(
                ledger,
                spool,
                this.store,
                conditions,
                devices,
                new byte[32],
                clock,
                System::nanoTime,
                InMemoryBroker::daemon,
                JsonReader::read,
                new RehearsalKeys(),
                new RehearsalBudgets()));
        broker.activate(policies);
    }

    /**
     * The broker itself.
     *
     * @return running
     */
    public Broker broker() {
        return broker;
    }

    /**
     * What its registers say.
     *
     * @return changed by the test only; empty registers at first, and nothing frozen
     */
    public MemoryConditions conditions() {
        return conditions;
    }

    /**
     * The platform's time.
     *
     * @return moved by the test only
     */
    public ManualClock clock() {
        return clock;
    }

    /**
     * The ledger.
     *
     * @return in memory
     */
    public MemoryLedger ledger() {
        return ledger;
    }

    /**
     * The spool.
     *
     * @return in memory
     */
    public MemorySpool spool() {
        return spool;
    }

    /**
     * The store.
     *
     * @return in memory, unless another was given
     */
    public Store store() {
        return store;
    }

    /**
     * The register of devices.
     *
     * @return in memory
     */
    public MemoryDevices devices() {
        return devices;
    }

    /**
     * Sends a text over MQTT and waits for its commit point.
     *
     * @param topic the topic
     * @param payload the text
     * @return what became of it
     */
    public Outcome send(String topic, String payload) {
        return send(topic, payload.getBytes(StandardCharsets.UTF_8), false);
    }

    /**
     * Sends a message over MQTT and waits for its commit point.
     *
     * @param topic the topic
     * @param payload the message
     * @param durablePath whether it may have been on a disk
     * @return what became of it
     */
    public Outcome send(String topic, byte[] payload, boolean durablePath) {
        try {
            return begin(topic, payload, durablePath).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException late) {
            throw new AssertionError("no commit point within " + PATIENCE_SECONDS + " s", late);
        }
    }

    /**
     * Sends a text over MQTT, as if the platform had received it at another time, and waits for its commit point.
     *
     * @param topic the topic
     * @param payload the text
     * @param receivedAt when it is said to have been received
     * @return what became of it
     */
    public Outcome sendAt(String topic, String payload, Instant receivedAt) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        broker.intake().accept(new Inbound("mqtt", topic, bytes, receivedAt, "", false), outcome::complete);
        return outcome.join();
    }

    /**
     * Sends a message over MQTT.
     *
     * @param topic the topic
     * @param payload the message
     * @param durablePath whether it may have been on a disk
     * @return completed at the commit point
     */
    public CompletableFuture<Outcome> begin(String topic, byte[] payload, boolean durablePath) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        broker.intake()
                .accept(new Inbound("mqtt", topic, payload, clock.instant(), "", durablePath), outcome::complete);
        return outcome;
    }

    /**
     * Waits until the rules have ruled on so many flows, as an application binds on its own thread.
     *
     * @param count how many
     */
    public void awaitFlows(int count) {
        await("flows", () -> broker.view().flows().size() >= count);
    }

    /**
     * Waits until something is so.
     *
     * @param what for the failure's text
     * @param isSo asked again and again
     */
    public static void await(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come within " + PATIENCE_SECONDS + " s");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /**
     * What the operator would read.
     *
     * @return one line a trouble
     */
    public List<String> troubles() {
        return broker.troubles().stream()
                .map(trouble -> trouble.code() + " " + trouble.what() + ": " + trouble.why())
                .toList();
    }

    @Override
    public void close() {
        broker.close();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "test-guest");
        thread.setDaemon(true);
        return thread;
    }
}
