package sluice.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import sluice.app.api.Application;
import sluice.app.api.Manifest;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Keys;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.port.PolicySource;
import sluice.broker.core.port.Spool;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.Trouble;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;
import sluice.guard.Armed;
import sluice.guard.GuardListener;
import sluice.testkit.broker.MemoryDevices;
import sluice.testkit.broker.MemoryLedger;
import sluice.testkit.broker.MemorySpool;
import sluice.testkit.broker.MemoryStore;

/** The broker runs while the guard is armed, and not a moment longer: issue 3, "the broker refuses to start unless the guard is armed". */
@Timeout(120)
final class GuardedBrokerTest {
    record Level(String container, double level) {}

    private static final Manifest WASTE =
            Manifest.forPurpose("waste-collection").needs(City.BINS, Level.class);

    @TempDir
    private Path folder;

    private final MemoryLedger ledger = new MemoryLedger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private Container container;

    @BeforeEach
    void a_platform_without_a_guard() throws Exception {
        container = new Container(folder);
        MemoryDevices devices = new MemoryDevices();
        devices.add("bin-1", "driver.text", "mqtt:t/bin-1", Map.of("segment", "x"));
        BundleContext context = container.context();
        context.registerService(Ledger.class, ledger, null);
        context.registerService(Spool.class, new MemorySpool(), null);
        context.registerService(Store.class, new MemoryStore(InstantSource.system()), null);
        context.registerService(Conditions.class, Conditions.of(Conditions.Facts.CALM), null);
        context.registerService(Keys.class, Keys.NONE, null);
        context.registerService(Budgets.class, Budgets.NONE, null);
        context.registerService(Devices.class, devices, null);
        context.registerService(PolicySource.class, Container.policies(), null);
        container.startBroker();
    }

    @AfterEach
    void end() throws Exception {
        release.countDown();
        container.close();
    }

    @Test
    void without_the_guard_there_is_no_broker_and_with_it_there_is() {
        assertThat(container.offers(Intake.class)).isFalse();
        assertThat(container.offers(GuardListener.class)).isTrue();
        assertThat(troubles()).containsExactly("guard-down");

        arm(Set.of());

        assertThat(container.offers(Intake.class)).isTrue();
        assertThat(troubles()).isEmpty();
    }

    @Test
    void a_laboratory_runs_and_is_told_from_a_city() {
        arm(Set.of("jdk"));

        assertThat(container.offers(Intake.class)).isTrue();
        assertThat(troubles()).containsExactly("guard-weakened");
    }

    @Test
    void when_the_guard_withdraws_the_door_is_shut_first_and_before_the_guard_goes_on() {
        ServiceRegistration<Armed> armed = arm(Set.of());
        List<String> gone = new ArrayList<>();
        container.context().addServiceListener(event -> note(event, gone));
        Intake door = container.service(Intake.class);

        armed.unregister();

        assertThat(container.offers(Intake.class)).isFalse();
        assertThat(gone).containsSubsequence("Intake", "Source", "BrokerView");
        assertThat(send(door, "bin 0.5").join().acknowledges()).isFalse();
    }

    @Test
    void nothing_that_was_under_way_is_acknowledged_without_being_committed() throws Exception {
        ServiceRegistration<Armed> armed = arm(Set.of());
        Listener waste = new Listener(WASTE);
        container.guest("app.waste").registerService(Application.class, waste, null);
        container.guest("driver.text").registerService(Driver.class, new Slow(entered, release), null);
        Intake door = container.service(Intake.class);
        awaitFlow();
        assertThat(send(door, "bin 0.5").join()).isEqualTo(Outcome.COMMITTED);
        List<CompletableFuture<Outcome>> late = new ArrayList<>();
        late.add(send(door, "slow 0.8"));
        entered.await();
        for (int i = 0; i < 50; i++) {
            late.add(send(door, "bin 0.9 " + i));
        }

        armed.unregister();
        release.countDown();

        assertThat(late)
                .allSatisfy(
                        outcome -> assertThat(outcome.get(20, TimeUnit.SECONDS).acknowledges())
                                .isFalse());
        assertThat(waste.heard).hasSize(1);
    }

    /** The ledger's own bundle does not know the guard, so that it can be read where there is none. */
    @Test
    void that_the_guard_stops_is_in_the_ledger_although_the_broker_stops_right_after() {
        ServiceRegistration<Armed> armed = arm(Set.of());
        GuardListener listener = container.service(GuardListener.class);

        listener.event("guard-stopping", Map.of("by", "operator"));
        armed.unregister();

        assertThat(ledger.events()).contains("guard-stopping {by=operator}");
        listener.event("guard-armed", Map.of("name", "x".repeat(100_000)));
        assertThat(ledger.events()).last().asString().hasSizeLessThan(300);
    }

    @Test
    void a_guest_whose_constructor_blocks_holds_up_neither_the_broker_nor_another_guest() throws Exception {
        container.guest("driver.stuck").registerService(Driver.class, new Stuck<>(release), null);
        container.guest("app.stuck").registerService(Application.class, new Stuck<>(release), null);
        arm(Set.of());
        container.guest("driver.text").registerService(Driver.class, new TextDriver(), null);
        Listener waste = new Listener(WASTE);
        container.guest("app.waste").registerService(Application.class, waste, null);
        awaitFlow();

        assertThat(send(container.service(Intake.class), "bin 0.57").join()).isEqualTo(Outcome.COMMITTED);

        assertThat(waste.next()).isEqualTo(new Level("bin-1", 0.5));
    }

    @Test
    void a_guest_whose_constructor_fails_is_failed_and_one_without_a_usable_name_is_left_out() throws Exception {
        arm(Set.of());
        container.guest("driver.broken").registerService(Driver.class, new Broken<>(), null);
        container.guest("app.waste+notes").registerService(Driver.class, new TextDriver(), null);

        await().until(() -> statuses().contains("driver.broken failed: java.lang.IllegalStateException"));

        assertThat(statuses()).hasSize(1);
    }

    private List<String> statuses() {
        return container.service(BrokerView.class).guests().stream()
                .map(guest -> guest.name() + " " + guest.status())
                .toList();
    }

    private void awaitFlow() {
        await().until(() -> container.service(BrokerView.class).flows().size() == 1);
    }

    private ServiceRegistration<Armed> arm(Set<String> missing) {
        return container.context().registerService(Armed.class, () -> missing, null);
    }

    private List<String> troubles() {
        List<String> codes = new CopyOnWriteArrayList<>();
        for (Trouble.Source source : sources()) {
            source.troubles().stream()
                    .filter(trouble -> source.part().equals("guard"))
                    .map(Trouble::code)
                    .forEach(codes::add);
        }
        return codes;
    }

    private List<Trouble.Source> sources() {
        try {
            return container.context().getServiceReferences(Trouble.Source.class, null).stream()
                    .map(container.context()::getService)
                    .toList();
        } catch (org.osgi.framework.InvalidSyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static CompletableFuture<Outcome> send(Intake door, String text) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        door.accept(new Inbound("mqtt", "t/bin-1", text.getBytes(UTF_8), Instant.now(), "", false), outcome::complete);
        return outcome;
    }

    private static void note(ServiceEvent event, List<String> gone) {
        String[] types = (String[]) event.getServiceReference().getProperty(Constants.OBJECTCLASS);
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            gone.add(types[0].replaceAll(".*[.$]", ""));
        }
    }

    /** Reads {@code slow LEVEL} when the test lets it. */
    private record Slow(CountDownLatch entered, CountDownLatch release, TextDriver text) implements Driver {
        Slow(CountDownLatch entered, CountDownLatch release) {
            this(entered, release, new TextDriver());
        }

        @Override
        public Class<? extends Record> config() {
            return text.config();
        }

        @Override
        public Map<Class<? extends Record>, String> streams() {
            return text.streams();
        }

        @Override
        public Session open(Device device, Tools tools) {
            Session session = text.open(device, tools);
            return frame -> session.on(heard(frame));
        }

        private Frame heard(Frame frame) {
            String words = new String(frame.payload(), UTF_8);
            if (!words.startsWith("slow")) {
                return frame;
            }
            entered.countDown();
            await().until(() -> release.getCount() == 0);
            return Frame.of(words.replace("slow", "bin").getBytes(UTF_8), frame.receivedAt());
        }
    }

    /** Declarative Services makes a component when its service is fetched. */
    private record Stuck<S>(CountDownLatch release) implements ServiceFactory<S> {
        @Override
        public S getService(Bundle bundle, ServiceRegistration<S> registration) {
            try {
                release.await();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("released");
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<S> registration, S service) {}
    }

    private record Broken<S>() implements ServiceFactory<S> {
        @Override
        public S getService(Bundle bundle, ServiceRegistration<S> registration) {
            throw new IllegalStateException("a message that nobody may see");
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<S> registration, S service) {}
    }
}
