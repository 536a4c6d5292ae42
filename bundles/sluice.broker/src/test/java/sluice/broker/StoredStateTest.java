package sluice.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.testkit.broker.InMemoryBroker.await;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Store;
import sluice.store.internal.StoreComponent;
import sluice.store.internal.StoreConfig;
import sluice.testkit.broker.InMemoryBroker;
import sluice.testkit.broker.MemoryLedger;
import sluice.testkit.broker.MemorySpool;
import sluice.testkit.broker.MemoryStore;

/** An application's state over restarts of the platform, and while the store is away. */
class StoredStateTest {
    private static final Manifest WASTE =
            Manifest.forPurpose("waste-collection").needs(City.BINS, Planner.Level.class);
    private static final Manifest PLANNING =
            Manifest.forPurpose("traffic-planning").needs(City.PLATES, Segment.class);

    private final List<AutoCloseable> open = new ArrayList<>();

    record Segment(String segment) {}

    /** Counts what it hears, and has a plan of two steps: the second comes when it is woken. */
    private static final class Planner implements Application {
        record Level(String container, double level) {}

        record Plan(long step, long heard) {}

        final List<Plan> plans = new CopyOnWriteArrayList<>();

        @Override
        public Manifest manifest() {
            return WASTE;
        }

        @Override
        public List<Effect> on(Observation observation, Context context) {
            Plan before = context.state("plan", Plan.class).orElse(new Plan(0, 0));
            return keep(
                    new Plan(1, before.heard() + 1),
                    new Effect.Wake(context.now().plus(Duration.ofMinutes(10))));
        }

        @Override
        public List<Effect> at(Instant due, Context context) {
            Plan before = context.state("plan", Plan.class).orElse(new Plan(-1, -1));
            return keep(new Plan(before.step() + 1, before.heard()), new Effect.Delete("not there"));
        }

        private List<Effect> keep(Plan plan, Effect more) {
            plans.add(plan);
            return List.of(new Effect.Put("plan", plan), more);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void a_restart_in_the_middle_of_a_plan_keeps_state_and_wake_up(@TempDir Path folder) {
        MemoryLedger ledger = new MemoryLedger();
        StoreComponent store = new StoreComponent(config(folder), ledger);
        MemorySpool spool = new MemorySpool();
        InMemoryBroker before = city(ledger, spool, store);
        Planner first = new Planner();
        before.broker().arrive("app.waste", first);
        before.awaitFlows(1);
        before.send("t/bin-1", "bin 0.5");
        before.send("t/bin-1", "bin 0.8");
        await("two observations", () -> first.plans.contains(new Planner.Plan(1, 2)) && spool.kept("app.waste") == 0);
        before.close();
        store.stop();

        StoreComponent again = new StoreComponent(config(folder), ledger);
        open.add(again::stop);
        InMemoryBroker after = city(ledger, spool, again);
        open.add(0, after);
        after.clock().advance(Duration.ofHours(1));
        Planner second = new Planner();
        after.broker().arrive("app.waste", second);

        await("the wake-up", () -> second.plans.contains(new Planner.Plan(2, 2)));
        assertThat(second.plans).as("both observations asked for one instant").hasSize(1);
    }

    @Test
    void who_needs_its_state_waits_for_the_store_and_the_rest_goes_on() {
        MemoryLedger ledger = new MemoryLedger();
        MemoryStore[] store = new MemoryStore[1];
        InMemoryBroker city = new InMemoryBroker(City.policies(), ledger, new MemorySpool(), clock -> {
            store[0] = new MemoryStore(clock);
            return store[0];
        });
        open.add(prepared(city));
        store[0].down(true);
        Planner waste = new Planner();
        Listener planning = new Listener(PLANNING);
        city.broker().arrive("app.waste", waste);
        city.broker().arrive("app.planning", planning);
        city.awaitFlows(2);

        city.send("t/bin-1", "bin 0.5");
        city.send("t/cam-1", "plate ABCD123 0.93");

        assertThat(planning.next()).isEqualTo(new Segment("king-1"));
        await("the status", () -> status(city, "app.waste").equals(BrokerView.Guest.WAITING));
        assertThat(city.troubles()).anyMatch(line -> line.startsWith("store-down application `app.waste`"));
        assertThat(waste.plans).isEmpty();

        store[0].down(false);
        await("the observation", () -> waste.plans.contains(new Planner.Plan(1, 1)));
        await("the status", () -> status(city, "app.waste").equals("running"));
    }

    /** What was done by half is not done: neither state nor what goes with it. */
    @Test
    void effects_wait_together_for_a_store_that_goes_away_during_the_call() {
        MemoryLedger ledger = new MemoryLedger();
        MemoryStore[] store = new MemoryStore[1];
        InMemoryBroker city = new InMemoryBroker(City.policies(), ledger, new MemorySpool(), clock -> {
            store[0] = new MemoryStore(clock);
            return store[0];
        });
        open.add(prepared(city));
        Listener waste = new Listener(WASTE, (observation, context) -> {
            store[0].down(true);
            return List.of(new Effect.Note("done", 1), new Effect.Put("last", observation.values()));
        });
        city.broker().arrive("app.waste", waste);
        city.awaitFlows(1);

        city.send("t/bin-1", "bin 0.5");
        waste.next();
        await("the status", () -> status(city, "app.waste").equals(BrokerView.Guest.WAITING));
        assertThat(notes(city)).isEmpty();

        store[0].down(false);
        await("the note", () -> notes(city).equals(Map.of("done", 1L)));
        Store.Shelf shelf =
                store[0].open(new Store.Place("app.waste", "waste-collection")).orElseThrow();
        assertThat(shelf.keys("")).containsExactly("slast");
        assertThat(waste.heard).as("called once").isEmpty();
    }

    /** An application is not held to one force to disk a call. */
    @Test
    void what_waiting_observations_change_is_committed_together() {
        MemoryLedger ledger = new MemoryLedger();
        MemorySpool spool = new MemorySpool();
        MemoryStore[] store = new MemoryStore[1];
        InMemoryBroker city = new InMemoryBroker(City.policies(), ledger, spool, clock -> {
            store[0] = new MemoryStore(clock);
            return store[0];
        });
        open.add(prepared(city));
        store[0].down(true);
        Planner waste = new Planner();
        city.broker().arrive("app.waste", waste);
        city.awaitFlows(1);
        for (int i = 0; i < 500; i++) {
            city.send("t/bin-1", "bin 0.5 " + i);
        }

        store[0].down(false);
        await("all observations", () -> waste.plans.contains(new Planner.Plan(1, 500)));
        await("their consumption", () -> spool.kept("app.waste") == 0);

        assertThat(waste.plans).as("each call saw what the one before it kept").hasSize(500);
        assertThat(store[0].commits()).isBetween(8, 30);
    }

    private static String status(InMemoryBroker city, String name) {
        return guest(city, name).status();
    }

    private static Map<String, Long> notes(InMemoryBroker city) {
        return guest(city, "app.waste").notes();
    }

    private static BrokerView.Guest guest(InMemoryBroker city, String name) {
        return city.broker().view().guests().stream()
                .filter(guest -> guest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static InMemoryBroker city(MemoryLedger ledger, MemorySpool spool, Store store) {
        return prepared(new InMemoryBroker(City.policies(), ledger, spool, clock -> store));
    }

    private static InMemoryBroker prepared(InMemoryBroker city) {
        city.devices().add("bin-1", "text", "mqtt:t/bin-1", Map.of("segment", "-"));
        city.devices().add("cam-1", "text", "mqtt:t/cam-1", Map.of("segment", "king-1"));
        city.broker().arrive("text", new TextDriver());
        return city;
    }

    private static StoreConfig config(Path folder) {
        return new StoreConfig() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return StoreConfig.class;
            }

            @Override
            public String folder() {
                return folder.toString();
            }

            @Override
            public String url() {
                return "";
            }

            @Override
            public String account() {
                return "";
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public String master_key_file() {
                return "";
            }

            @Override
            public int sweep_seconds() {
                return 60;
            }
        };
    }
}
