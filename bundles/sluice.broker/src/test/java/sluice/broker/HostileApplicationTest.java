package sluice.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.testkit.broker.InMemoryBroker.await;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Outcome;
import sluice.testkit.broker.InMemoryBroker;

/** An application whose author tries: the broker's own part of the guard. What its other layers would refuse is done here all the same. */
@Timeout(60)
final class HostileApplicationTest {
    private static final String SECRET = "ABCD123";

    /** What ran that must not, and what outlives an instance. Static, as they are in a bundle. */
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    record Level(String container, double level) {}

    record PlateSeen(String plate, String segment) {}

    record Bin(String container, double level) {}

    record Notice(List<String> lines) {}

    /** Every method that a record can override says that it was asked. */
    record Talker(List<String> lines) {
        @Override
        public boolean equals(@Nullable Object other) {
            HEARD.add("equals");
            return true;
        }

        @Override
        public int hashCode() {
            HEARD.add("hashCode");
            return 0;
        }

        @Override
        public String toString() {
            HEARD.add("toString");
            return SECRET;
        }
    }

    /** Its constructor is the application's own code, and does what the test says. */
    record Made(String container, double level) {
        static Runnable making = () -> {};

        Made {
            making.run();
        }
    }

    private static final Manifest WASTE =
            Manifest.forPurpose("waste-collection").needs(City.BINS, Level.class);
    private static final Manifest NOTICING = WASTE.publishes(City.NOTICES, Notice.class);

    private final InMemoryBroker city = new InMemoryBroker(City.policies());
    private final CountDownLatch release = new CountDownLatch(1);

    @BeforeEach
    void a_bin_and_a_camera() {
        HEARD.clear();
        city.devices().add("bin-1", "driver.text", "mqtt:t/bin-1", Map.of("segment", "x"));
        city.devices().add("cam-1", "driver.text", "mqtt:t/cam-1", Map.of("segment", "king-street"));
        city.broker().arrive("driver.text", new TextDriver());
    }

    @AfterEach
    void close() {
        release.countDown();
        city.close();
    }

    @Test
    void a_constructor_that_throws_refuses_its_own_application_only() {
        Made.making = () -> {
            throw new IllegalStateException(SECRET);
        };
        join("app.waste", Manifest.forPurpose("waste-collection").needs(City.BINS, Made.class), List.of());

        assertThat(city.send("t/bin-1", "bin 0.5")).isEqualTo(Outcome.COMMITTED);

        await("the count", () -> count("recipient-failed") == 1);
        assertThat(city.broker().view().guests().toString() + city.troubles()).doesNotContain(SECRET);
    }

    @Test
    void a_constructor_that_interrupts_leaves_no_flag_for_the_next_observation() {
        Made.making = () -> Thread.currentThread().interrupt();
        Listener waste =
                join("app.waste", Manifest.forPurpose("waste-collection").needs(City.BINS, Made.class), List.of());

        city.send("t/bin-1", "bin 0.57");
        city.send("t/bin-1", "bin 0.68");

        waste.next();
        waste.next();
        assertThat(status()).isEqualTo("running");
    }

    @Test
    void a_constructor_that_blocks_is_given_up_after_its_time_and_acknowledges_for_the_sender_at_once() {
        Made.making = this::block;
        join("app.waste", Manifest.forPurpose("waste-collection").needs(City.BINS, Made.class), List.of());

        assertThat(city.send("t/bin-1", "bin 0.57")).isEqualTo(Outcome.COMMITTED);
        awaitGivenUp();
        release.countDown();

        await("the count", () -> count("recipient-stalled") == 1);
    }

    /** The list in a published record is of a class of the application's own; copying it runs its code. */
    @Test
    void a_published_list_that_blocks_is_within_the_call_and_its_other_effects_are_discarded() {
        Effect publish = new Effect.Publish(new Notice(new Foreign(this::block)));
        join("app.waste", NOTICING, List.of(new Effect.Note("told", 1), publish));

        city.send("t/bin-1", "bin 0.57");
        awaitGivenUp();
        release.countDown();

        await("the count", () -> count("recipient-stalled") == 1);
        assertThat(notes()).doesNotContainKey("told");
    }

    @Test
    void a_published_list_that_throws_discards_all_effects_of_its_call() {
        Effect publish = new Effect.Publish(new Notice(new Foreign(() -> {
            throw new StackOverflowError(SECRET);
        })));
        Listener waste = join("app.waste", NOTICING, List.of(new Effect.Note("told", 1), publish));

        city.send("t/bin-1", "bin 0.57");
        city.send("t/bin-1", "bin 0.68");

        await("both counts", () -> count("recipient-failed") == 2);
        assertThat(waste.heard).hasSize(2);
        assertThat(notes()).doesNotContainKey("told");
    }

    @Test
    void a_list_that_is_kept_and_changed_after_it_was_published_changes_nothing() {
        List<String> kept = new ArrayList<>(List.of("one"));
        join("app.waste", NOTICING, (observation, context) -> {
            List<Effect> effects = List.of(new Effect.Put("k", new Notice(kept)));
            String before = context.state("k", Notice.class)
                    .map(notice -> notice.lines().get(0))
                    .orElse("one");
            kept.set(0, SECRET);
            return before.equals("one") ? effects : List.of(new Effect.Note("changed", 1));
        });

        city.send("t/bin-1", "bin 0.57");

        await("taken", () -> count("permitted") == 1);
        assertThat(notes()).doesNotContainKey("changed");
    }

    @Test
    void nothing_of_a_published_record_is_asked_but_its_fields() {
        Manifest manifest = WASTE.publishes(City.NOTICES, Talker.class);
        join(
                "app.waste",
                manifest,
                List.of(
                        new Effect.Publish(new Talker(List.of("a"))),
                        new Effect.Put("k", new Talker(List.of("b"))),
                        new Effect.Note("told", 1)));

        city.send("t/bin-1", "bin 0.57");

        await("told", () -> notes().containsKey("told"));
        assertThat(HEARD).isEmpty();
    }

    @Test
    void effects_without_an_end_are_an_exception_and_no_end_of_the_memory() {
        join("app.waste", WASTE, (observation, context) -> new AbstractList<>() {
            @Override
            public Effect get(int index) {
                return new Effect.Note("n", index);
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        });

        city.send("t/bin-1", "bin 0.57");

        await("the count", () -> count("recipient-failed") == 1);
    }

    /**
     * "Label of a published stream = maximum over all streams that the application was bound to": a static field outlives the manifest that
     * it was filled under.
     */
    @Test
    void an_application_that_comes_back_under_another_manifest_publishes_with_the_label_of_all_it_was_ever_told() {
        city.broker()
                .activate(City.with(
                        City.policy(
                                "hits", City.PLATES, "enforcement", "app.x", City.keep("plate"), City.keep("segment")),
                        City.policy("plates", City.PLATES, "waste-collection", "app.none", City.keep("segment")),
                        City.policy(
                                "own",
                                City.BINS,
                                "waste-collection",
                                "app.x",
                                City.keep("container"),
                                City.keep("level")),
                        City.policy(
                                "all",
                                City.BINS,
                                "waste-collection",
                                "app.other",
                                City.keep("container"),
                                City.keep("level"))));
        Listener other = new Listener(WASTE);
        city.broker().arrive("app.other", other);
        city.awaitFlows(1);
        Listener first = new Listener(
                Manifest.forPurpose("enforcement").needs(City.PLATES, PlateSeen.class), (observation, context) -> {
                    HEARD.add(((PlateSeen) observation.values()).plate());
                    return List.of();
                });
        city.broker().arrive("app.x", first);
        city.awaitFlows(2);
        city.send("t/cam-1", "plate ABCD123 0.93");
        first.next();
        city.broker().leave("app.x", first);

        city.broker()
                .arrive(
                        "app.x",
                        new Listener(
                                WASTE.publishes(City.BINS, Bin.class),
                                (observation, context) -> ((Level) observation.values())
                                                .container()
                                                .equals("bin-1")
                                        ? List.of(new Effect.Publish(new Bin(HEARD.get(0), 0.5)))
                                        : List.of()));
        FlowKey laundered = new FlowKey(City.BINS, "waste-collection", "app.other");
        await(
                "the new binding",
                () -> city.broker().view().flows().stream()
                        .anyMatch(flow -> flow.flow().recipient().equals("app.x")
                                && flow.flow().purpose().equals("waste-collection")));
        city.send("t/bin-1", "bin 0.57");

        assertThat(other.next()).isEqualTo(new Level("bin-1", 0.57));
        await("the refusal", () -> city.ledger().count(laundered, "above-ceiling") == 1);
        assertThat(other.heard).isEmpty();
    }

    @Test
    void a_context_that_was_kept_tells_nothing_after_its_call() {
        Context[] kept = new Context[1];
        join("app.waste", WASTE, (observation, context) -> {
            if (kept[0] == null) {
                kept[0] = context;
                return List.of(new Effect.Put("secret", observation.values()));
            }
            return List.of(new Effect.Note("keys", kept[0].stateKeys("").size()));
        });

        city.send("t/bin-1", "bin 0.57");
        city.send("t/bin-1", "bin 0.68");

        await("the count", () -> count("recipient-failed") == 1);
        assertThat(notes()).doesNotContainKey("keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nforged line", "waste collection", "<b>", "é"})
    void a_manifest_with_a_name_that_no_file_could_have_is_refused(String name) {
        city.broker().arrive("app.waste", new Listener(Manifest.forPurpose(name).needs(City.BINS, Level.class)));
        await("refused", () -> status().startsWith("failed: "));
        city.broker().arrive("app.more", new Listener(Manifest.forPurpose("x").needs(name, Level.class)));
        city.broker()
                .arrive("app.most", new Listener(Manifest.forPurpose("x").publishes(name.repeat(200), Level.class)));

        await(
                "refused",
                () -> city.broker().view().guests().stream()
                        .filter(guest -> guest.name().startsWith("app."))
                        .allMatch(guest -> guest.status().startsWith("failed: ")));
        assertThat(city.broker().view().flows()).isEmpty();
    }

    @Test
    void a_text_that_is_longer_than_any_message_is_kept_in_no_state() {
        join("app.waste", WASTE, List.of(new Effect.Put("k", new Level("x".repeat(10_000_000), 0))));

        city.send("t/bin-1", "bin 0.57");

        await("the count", () -> count("recipient-failed") == 1);
    }

    @Test
    void a_bundle_that_is_a_driver_is_no_application() {
        city.broker().arrive("driver.text", new Listener(WASTE));

        assertThat(city.troubles()).anyMatch(trouble -> trouble.contains("application `driver.text`"));
        assertThat(city.broker().view().flows()).isEmpty();
    }

    /** What was committed and is in memory only is lost with the platform, and counted: nothing vanishes. */
    @Test
    void what_waits_in_memory_when_the_broker_stops_is_counted_and_what_is_spooled_is_not_lost() {
        city.broker()
                .activate(City.with(City.policy(
                        "hits", City.PLATES, "enforcement", "app.hits", City.keep("plate"), City.keep("segment"))));
        join("app.waste", WASTE, 1, (observation, context) -> {
            block();
            return List.of();
        });
        Manifest hits = Manifest.forPurpose("enforcement").needs(City.PLATES, PlateSeen.class);
        join("app.hits", hits, 2, (observation, context) -> {
            block();
            return List.of();
        });
        for (int i = 0; i < 3; i++) {
            assertThat(city.send("t/cam-1", "plate ABCD12" + i + " 0.93")).isEqualTo(Outcome.COMMITTED);
            assertThat(city.send("t/bin-1", "bin 0.5" + i)).isEqualTo(Outcome.COMMITTED);
        }
        FlowKey flow = new FlowKey(City.PLATES, "enforcement", "app.hits");
        await("one is being told", () -> queued(flow) == 2);

        city.close();
        release.countDown();

        assertThat(city.ledger().count(flow, "stopping")).isEqualTo(2);
        assertThat(city.ledger().count(new FlowKey(City.BINS, "waste-collection", "app.waste"), "stopping"))
                .isZero();
        assertThat(city.spool().kept("app.waste")).isBetween(2, 3);
    }

    private int queued(FlowKey key) {
        return city.broker().view().flows().stream()
                .filter(flow -> flow.flow().equals(key))
                .mapToInt(BrokerView.FlowSnapshot::queued)
                .sum();
    }

    /** Swallows interrupts, as one that means harm would. */
    private void block() {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private void awaitGivenUp() {
        long end = System.nanoTime() + java.time.Duration.ofSeconds(6).toNanos();
        await("given up", () -> {
            city.broker().watch();
            return System.nanoTime() > end;
        });
        assertThat(status()).isEqualTo("stalled");
    }

    private long count(String code) {
        return city.broker().view().flows().stream()
                .mapToLong(flow -> flow.counts().getOrDefault(code, 0L))
                .sum();
    }

    private String status() {
        return application().map(BrokerView.Guest::status).orElse("not here");
    }

    private Map<String, Long> notes() {
        return application().map(BrokerView.Guest::notes).orElse(Map.of());
    }

    private java.util.Optional<BrokerView.Guest> application() {
        return city.broker().view().guests().stream()
                .filter(guest -> guest.name().equals("app.waste"))
                .findFirst();
    }

    private Listener join(String name, Manifest manifest, List<Effect> effects) {
        return join(name, manifest, (observation, context) -> effects);
    }

    private Listener join(String name, Manifest manifest, BiFunction<Observation, Context, List<Effect>> answer) {
        return join(name, manifest, 1, answer);
    }

    private Listener join(
            String name, Manifest manifest, int flows, BiFunction<Observation, Context, List<Effect>> answer) {
        Listener listener = new Listener(manifest, answer);
        city.broker().arrive(name, listener);
        city.awaitFlows(flows);
        return listener;
    }

    /** A list of the application's own class. */
    private static final class Foreign extends AbstractList<String> {
        private final Runnable whenAsked;

        Foreign(Runnable whenAsked) {
            this.whenAsked = whenAsked;
        }

        @Override
        public Iterator<String> iterator() {
            whenAsked.run();
            return List.of("a").iterator();
        }

        @Override
        public String get(int index) {
            return "a";
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
