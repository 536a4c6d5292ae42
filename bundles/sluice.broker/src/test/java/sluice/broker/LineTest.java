package sluice.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.testkit.broker.InMemoryBroker.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Outcome;
import sluice.driver.spi.Frame;
import sluice.testkit.broker.InMemoryBroker;
import sluice.testkit.broker.MemoryLedger;
import sluice.testkit.broker.MemorySpool;

/** The line from the door to the recipient, with the real broker and everything around it in memory. */
final class LineTest {
    record Level(String container, double level) {}

    record Passage(String segment, Instant observed) {}

    record PlateSeen(String plate, String segment) {}

    record SegmentAndZone(String segment, String zone) {}

    private static final Manifest WASTE =
            Manifest.forPurpose("waste-collection").needs(City.BINS, Level.class);
    private static final Manifest PLANNING =
            Manifest.forPurpose("traffic-planning").needs(City.PLATES, Passage.class);
    private static final FlowKey LEVELS = new FlowKey(City.BINS, "waste-collection", "app.waste");

    private final InMemoryBroker city = new InMemoryBroker(City.policies());

    @BeforeEach
    void two_devices_and_their_driver() {
        equip(city);
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void a_reading_becomes_the_recipients_own_record_minimised() {
        Listener waste = join("app.waste", WASTE);

        assertThat(city.send("t/bin-1", "bin 0.57")).isEqualTo(Outcome.COMMITTED);

        assertThat(waste.next()).isEqualTo(new Level("bin-1", 0.5));
    }

    @Test
    void a_plate_never_reaches_a_record_that_can_not_hold_it() {
        Listener planning = join("app.planning", PLANNING);

        city.send("t/cam-1", "plate ABCD123 0.93");

        assertThat(planning.next()).isEqualTo(new Passage("king-street", Instant.parse("2026-05-04T10:00:00Z")));
    }

    @Test
    void a_record_with_a_plate_does_not_bind_and_the_operator_reads_why() {
        Listener watcher =
                join("app.planning", Manifest.forPurpose("traffic-planning").needs(City.PLATES, PlateSeen.class));

        city.send("t/cam-1", "plate ABCD123 0.93");

        assertThat(flow().code()).isEqualTo("not-released");
        assertThat(flow().rule()).contains("`plate`").contains("DIRECT").contains("DEIDENTIFIED");
        assertThat(flow().counts()).containsEntry("not-released", 1L);
        assertThat(watcher.heard).isEmpty();
    }

    @Test
    void a_policy_that_keeps_a_plate_is_above_the_ceiling_and_names_the_field() {
        city.broker()
                .activate(City.policies(List.of(City.policy(
                        "too-much",
                        City.PLATES,
                        "traffic-planning",
                        "app.planning",
                        City.keep("plate"),
                        City.keep("segment")))));
        join("app.planning", Manifest.forPurpose("traffic-planning").needs(City.PLATES, PlateSeen.class));

        assertThat(flow().code()).isEqualTo("above-ceiling");
        assertThat(flow().rule())
                .contains("`plate` label DIRECT is above the ceiling DEIDENTIFIED of purpose `traffic-planning`");
    }

    @Test
    void an_instant_that_is_not_coarse_enough_for_the_city_stays_an_indirect_identifier() {
        city.broker()
                .activate(City.policies(List.of(City.policy(
                        "minutes",
                        City.PLATES,
                        "traffic-planning",
                        "app.planning",
                        City.keep("segment"),
                        City.step("observed", "round-time", "PT1M")))));
        join("app.planning", PLANNING);

        assertThat(flow().code()).isEqualTo("above-ceiling");
        assertThat(flow().rule()).contains("`observed` label INDIRECT").contains("coarser");
    }

    /** Fact sheet, secondary purposes: no targeted advertising with what was collected for something else. */
    @Test
    void a_prohibited_purpose_gets_nothing_and_each_reading_is_counted() {
        Listener advertising =
                join("app.advertising", Manifest.forPurpose("advertising").needs(City.BINS, Level.class));

        city.send("t/bin-1", "bin 0.57");
        city.send("t/bin-1", "bin 0.58");

        assertThat(flow().state()).isEqualTo(BrokerView.State.DENY);
        assertThat(flow().counts()).isEqualTo(Map.of("prohibited", 2L));
        assertThat(city.ledger().count(new FlowKey(City.BINS, "advertising", "app.advertising"), "prohibited"))
                .isEqualTo(2);
        assertThat(advertising.heard).isEmpty();
    }

    @Test
    void a_request_that_no_rule_speaks_of_is_a_gap_and_denied() {
        join("app.stranger", WASTE);

        city.send("t/bin-1", "bin 0.57");

        assertThat(flow().state()).isEqualTo(BrokerView.State.GAP);
        assertThat(flow().counts()).isEqualTo(Map.of("gap", 1L));
    }

    @Test
    void another_purpose_than_the_permitted_one_is_a_violation_and_no_gap() {
        join("app.waste", Manifest.forPurpose("enforcement").needs(City.BINS, Level.class));

        assertThat(flow().state()).isEqualTo(BrokerView.State.DENY);
        assertThat(flow().code()).isEqualTo("other-purpose");
    }

    @Test
    void an_undeclared_field_is_stripped_and_counted() {
        join("app.waste", WASTE);

        city.send("t/bin-1", "bin 0.57");

        assertThat(city.broker().view().streams().get(City.BINS)).containsEntry("stripped", 1L);
    }

    @Test
    void each_bad_message_is_counted_under_its_own_reason_and_acknowledged() {
        join("app.waste", WASTE);
        join("app.planning", PLANNING, 2);

        assertRefused(Reason.MALFORMED, city.send("t/bin-1", "rubbish"));
        assertRefused(Reason.UNKNOWN_DEVICE, city.send("t/nobody", "bin 0.5"));
        assertRefused(Reason.OVERSIZED, city.send("t/bin-1", new byte[1_000_000], false));
        assertRefused(Reason.OUT_OF_RANGE, city.send("t/bin-1", "bin 7"));
        assertRefused(Reason.NOT_FINITE, city.send("t/bin-1", "bin NaN"));
        assertRefused(Reason.INACCURATE, city.send("t/cam-1", "plate ABCD123 0.5"));
        assertRefused(Reason.TOO_LONG, city.send("t/cam-1", "plate ABCDEFGHIJKLMNOP 0.9"));
        assertRefused(Reason.DRIVER_FAILED, city.send("t/bin-1", "throw"));
        assertThat(city.send("t/bin-1", "bin 0.5")).isEqualTo(Outcome.COMMITTED);

        assertThat(city.broker().view().door())
                .containsEntry("accepted", 9L)
                .containsEntry("malformed", 1L)
                .containsEntry("unknown-device", 1L)
                .containsEntry("oversized", 1L)
                .containsEntry("driver-failed", 1L);
    }

    @Test
    void a_foreign_exception_shows_its_class_and_never_its_message() {
        city.send("t/bin-1", "throw");

        BrokerView.Guest driver = city.broker().view().guests().get(0);
        assertThat(driver.notes()).containsEntry("thrown:java.lang.IllegalStateException", 1L);
        assertThat(city.broker().view().guests().toString() + city.troubles())
                .doesNotContain(TextDriver.SECRET_MESSAGE);
    }

    @Test
    void a_repeated_message_is_told_once() {
        Listener waste = join("app.waste", WASTE);

        assertThat(city.send("t/bin-1", "bin 0.57 7")).isEqualTo(Outcome.COMMITTED);
        assertRefused(Reason.DUPLICATE, city.send("t/bin-1", "bin 0.57 7"));

        waste.next();
        assertThat(waste.heard).isEmpty();
    }

    @Test
    void an_older_number_on_an_older_message_is_out_of_order_and_on_a_newer_one_a_device_that_counts_anew() {
        join("app.waste", WASTE);
        city.send("t/bin-1", "bin 0.57 7");

        city.clock().advance(Duration.ofSeconds(-10));
        assertRefused(Reason.OUT_OF_ORDER, city.send("t/bin-1", "bin 0.5 6"));
        city.clock().advance(Duration.ofSeconds(20));
        assertThat(city.send("t/bin-1", "bin 0.5 0")).isEqualTo(Outcome.COMMITTED);

        assertThat(city.broker().view().streams().get(City.BINS)).containsEntry("counter-reset", 1L);
    }

    @Test
    void a_clock_far_in_the_future_or_the_past_is_refused() {
        assertRefused(Reason.FUTURE, city.sendAt("t/bin-1", "bin 0.5", Instant.parse("2031-01-01T00:00:00Z")));
        assertRefused(Reason.TOO_OLD, city.sendAt("t/bin-1", "bin 0.5", Instant.parse("2021-01-01T00:00:00Z")));
    }

    @Test
    void a_personal_stream_is_refused_on_a_path_with_a_disk() {
        assertRefused(
                Reason.DURABLE_PATH, city.send("t/cam-1", "plate ABCD123 0.93".getBytes(StandardCharsets.UTF_8), true));
        assertThat(city.send("t/bin-1", "bin 0.5".getBytes(StandardCharsets.UTF_8), true))
                .isEqualTo(Outcome.COMMITTED);
    }

    /** MFIPPA treats a household's data as personal: the device file raises, and the policy for the street's bins does not fit any more. */
    @Test
    void a_raised_label_changes_what_binds() {
        Listener waste = join("app.waste", WASTE);
        city.devices().add("home-1", "driver.text", "mqtt:t/home-1", Map.of("segment", "x"), Label.INDIRECT);

        city.send("t/home-1", "bin 0.5");
        city.send("t/bin-1", "bin 0.8");

        assertThat(waste.next()).isEqualTo(new Level("bin-1", 0.8));
        assertThat(flow().counts()).containsEntry("above-ceiling", 1L).containsEntry("permitted", 1L);
    }

    @Test
    void nothing_is_delivered_or_acknowledged_while_the_ledger_is_down_and_nothing_is_lost() {
        Listener waste = join("app.waste", WASTE);
        city.ledger().down(true);

        CompletableFuture<Outcome> commit = city.begin("t/bin-1", "bin 0.57".getBytes(StandardCharsets.UTF_8), false);
        await("an attempt", () -> city.ledger().refusals() > 2);
        assertThat(commit).isNotDone();
        assertThat(waste.heard).isEmpty();

        city.ledger().down(false);
        assertThat(waste.next()).isEqualTo(new Level("bin-1", 0.5));
        await("the commit point", commit::isDone);
    }

    @Test
    void a_disclosure_about_a_person_waits_for_its_leaf() {
        city.broker()
                .activate(City.with(City.policy(
                        "hits", City.PLATES, "enforcement", "app.hits", City.keep("plate"), City.keep("segment"))));
        Listener hits = join("app.hits", Manifest.forPurpose("enforcement").needs(City.PLATES, PlateSeen.class));

        city.send("t/cam-1", "plate ABCD123 0.93");

        assertThat(hits.next()).isEqualTo(new PlateSeen("ABCD123", "king-street"));
        assertThat(city.ledger().leaves()).isEqualTo(1);
        assertThat(city.spool().kept("app.hits")).isZero();
    }

    @Test
    void what_is_not_personal_survives_a_crash_and_comes_again_with_the_same_id() {
        Listener first = join("app.waste", WASTE, 1, observation -> sleep());
        city.send("t/bin-1", "bin 0.57");
        city.send("t/bin-1", "bin 0.68");
        city.close();

        try (InMemoryBroker restarted = new InMemoryBroker(City.policies(), new MemoryLedger(), city.spool())) {
            Listener again = new Listener(WASTE);
            restarted.broker().arrive("app.waste", again);

            assertThat(again.next()).isEqualTo(new Level("bin-1", 0.5));
            assertThat(again.next()).isEqualTo(new Level("bin-1", 0.6));
            await("the cursor", () -> city.spool().kept("app.waste") == 0);
        }
        assertThat(first.heard).isEmpty();
    }

    @Test
    void what_a_policy_no_longer_permits_is_withdrawn_from_the_spool() {
        join("app.waste", WASTE, 1, observation -> sleep());
        city.send("t/bin-1", "bin 0.57");
        city.close();

        try (InMemoryBroker restarted =
                new InMemoryBroker(City.policies(List.of()), new MemoryLedger(), city.spool())) {
            restarted.broker().arrive("app.waste", new Listener(WASTE));

            await("the withdrawal", () -> city.spool().kept("app.waste") == 0);
            assertThat(restarted.ledger().count(LEVELS, "withdrawn")).isEqualTo(1);
        }
    }

    /** What was released for one purpose is never told for another: MFIPPA s. 31. */
    @Test
    void an_application_that_comes_back_for_another_purpose_is_not_told_what_waited() {
        Policy.Release zone =
                new Policy.Release("zone", "segment", List.of(new Policy.Step("keep", "")), new Where("test.yaml", 2));
        city.broker()
                .activate(City.with(
                        City.policy(
                                "hits", City.PLATES, "enforcement", "app.x", City.keep("plate"), City.keep("segment")),
                        City.policy("zones", City.PLATES, "traffic-planning", "app.x", City.keep("segment"), zone)));
        CountDownLatch told = new CountDownLatch(1);
        Listener before = join(
                "app.x", Manifest.forPurpose("enforcement").needs(City.PLATES, PlateSeen.class), 1, observation -> {
                    told.countDown();
                    sleep();
                });
        city.send("t/cam-1", "plate ABCD123 0.93");
        await("the first", () -> told.getCount() == 0);
        city.send("t/cam-1", "plate ABCD124 0.93");

        city.broker().leave("app.x", before);
        Listener after = new Listener(Manifest.forPurpose("traffic-planning").needs(City.PLATES, SegmentAndZone.class));
        city.broker().arrive("app.x", after);

        FlowKey hits = new FlowKey(City.PLATES, "enforcement", "app.x");
        await("the withdrawal", () -> {
            city.broker().watch();
            return city.ledger().count(hits, "withdrawn") == 1;
        });
        assertThat(after.heard).isEmpty();
    }

    @Test
    void state_is_not_found_for_another_purpose() {
        Listener first =
                new Listener(WASTE, (observation, context) -> List.of(new Effect.Put("last", observation.values())));
        city.broker().arrive("app.waste", first);
        city.awaitFlows(1);
        city.send("t/bin-1", "bin 0.5");
        first.next();
        city.broker().leave("app.waste", first);
        city.broker()
                .activate(City.with(City.policy(
                        "more", City.BINS, "enforcement", "app.waste", City.keep("container"), City.keep("level"))));

        city.broker()
                .arrive(
                        "app.waste",
                        new Listener(
                                Manifest.forPurpose("enforcement").needs(City.BINS, Level.class),
                                (observation, context) -> List.of(new Effect.Note(
                                        "keys", context.stateKeys("").size()))));
        await(
                "the binding",
                () -> city.broker().view().flows().stream()
                        .anyMatch(one -> one.flow().purpose().equals("enforcement")));
        city.send("t/bin-1", "bin 0.8");

        await(
                "the note",
                () -> city.broker().view().guests().stream()
                        .anyMatch(guest -> guest.notes().getOrDefault("keys", -1L) == 0));
    }

    @Test
    void a_wake_up_at_the_end_of_time_does_not_end_the_application() {
        Listener waste = new Listener(WASTE, (observation, context) -> List.of(new Effect.Wake(Instant.MAX)));
        city.broker().arrive("app.waste", waste);
        city.awaitFlows(1);

        city.send("t/bin-1", "bin 0.5");
        waste.next();
        city.send("t/bin-1", "bin 0.8");

        assertThat(waste.next()).isEqualTo(new Level("bin-1", 0.8));
    }

    @Test
    void a_recipient_that_sleeps_delays_no_other_and_loses_its_oldest() {
        join("app.waste", WASTE, 1, observation -> sleep());
        Listener planning = join("app.planning", PLANNING, 2);

        city.send("t/bin-1", "bin 0.5");
        city.send("t/cam-1", "plate ABCD123 0.93");

        planning.next();
        assertThat(city.broker().view().guests()).anyMatch(guest -> guest.name().equals("app.planning"));
    }

    @Test
    void effects_of_one_call_happen_together_or_not_at_all() {
        Listener waste = new Listener(
                WASTE,
                (observation, context) -> List.of(
                        new Effect.Put("seen", new Level("x", 1)), new Effect.Publish(new Level("unannounced", 1))));
        city.broker().arrive("app.waste", waste);
        city.awaitFlows(1);

        city.send("t/bin-1", "bin 0.5");

        await("the failure", () -> flow().counts().containsKey("recipient-failed"));
    }

    @Test
    void state_is_found_again_in_the_next_call() {
        Listener waste = new Listener(WASTE, (observation, context) -> {
            double before = context.state("last", Level.class).map(Level::level).orElse(-1.0);
            return List.of(
                    new Effect.Put("last", observation.values()), new Effect.Note("before", Math.round(before * 10)));
        });
        city.broker().arrive("app.waste", waste);
        city.awaitFlows(1);

        city.send("t/bin-1", "bin 0.5");
        city.send("t/bin-1", "bin 0.8");

        await(
                "the note",
                () -> city.broker().view().guests().stream()
                        .anyMatch(guest -> guest.notes().getOrDefault("before", 0L) == 5));
    }

    @Test
    void an_id_is_never_shared_by_two_recipients() {
        city.broker()
                .activate(City.with(City.policy(
                        "levels-2",
                        City.BINS,
                        "waste-collection",
                        "app.other",
                        City.keep("container"),
                        City.keep("level"))));
        Listener one = join("app.waste", WASTE);
        Listener two = join("app.other", WASTE, 2);

        city.send("t/bin-1", "bin 0.5");

        assertThat(one.nextObservation().id())
                .isNotEqualTo(two.nextObservation().id());
    }

    @Test
    void a_gap_in_a_devices_numbers_is_reported_after_a_restart() {
        MemoryLedger ledger = new MemoryLedger(new Ledger.Opening(100, 101, Map.of("bin-1", 41L)));
        try (InMemoryBroker restarted = new InMemoryBroker(City.policies(), ledger, new MemorySpool())) {
            equip(restarted);
            restarted.send("t/bin-1", "bin 0.5 45");
        }
        assertThat(ledger.events()).anyMatch(event -> event.startsWith("sequence-gap") && event.contains("missing=3"));
    }

    @Test
    void a_driver_that_is_late_makes_its_messages_wait_and_none_is_lost() {
        Listener waste = join("app.waste", WASTE);
        TextDriver driver = new TextDriver();
        city.devices().add("late-1", "driver.late", "mqtt:t/late-1", Map.of("segment", "x"));

        CompletableFuture<Outcome> commit = city.begin("t/late-1", "bin 0.9".getBytes(StandardCharsets.UTF_8), false);
        city.broker().arrive("driver.late", driver);

        await("the commit point", commit::isDone);
        assertThat(waste.next()).isEqualTo(new Level("late-1", 0.9));
    }

    @Test
    void a_device_whose_settings_make_no_sense_is_the_operators_matter() {
        city.devices().add("odd-1", "driver.text", "mqtt:t/odd-1", Map.of("segmnt", "x"));

        assertRefused(Reason.MISCONFIGURED, city.send("t/odd-1", "bin 0.5"));

        assertThat(city.troubles()).anyMatch(trouble -> trouble.contains("odd-1") && trouble.contains("`segmnt`"));
    }

    @Test
    void over_http_a_device_speaks_for_itself_only() {
        Intake intake = city.broker().intake();
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        byte[] payload = "bin 0.5".getBytes(StandardCharsets.UTF_8);
        city.broker()
                .add(message -> new Envelope.Uplink(
                        "mqtt:t/bin-1", Frame.of(payload, city.clock().instant())));

        intake.accept(new Inbound("http", "t/forger", payload, city.clock().instant(), "", false), outcome::complete);

        assertRefused(Reason.WRONG_SOURCE, outcome.join());
    }

    private static void sleep() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException givenUp) {
            throw new IllegalStateException(givenUp);
        }
    }

    private BrokerView.FlowSnapshot flow() {
        return city.broker().view().flows().get(0);
    }

    private Listener join(String name, Manifest manifest) {
        return join(name, manifest, 1);
    }

    private Listener join(String name, Manifest manifest, int flows) {
        return join(name, manifest, flows, observation -> {});
    }

    private Listener join(String name, Manifest manifest, int flows, Consumer<Object> on) {
        Listener listener = new Listener(manifest, (observation, context) -> {
            on.accept(observation);
            return List.of();
        });
        city.broker().arrive(name, listener);
        city.awaitFlows(flows);
        return listener;
    }

    private static void equip(InMemoryBroker city) {
        city.devices().add("bin-1", "driver.text", "mqtt:t/bin-1", Map.of("segment", "x"));
        city.devices().add("cam-1", "driver.text", "mqtt:t/cam-1", Map.of("segment", "king-street"));
        city.broker().arrive("driver.text", new TextDriver());
    }

    private static void assertRefused(Reason reason, Outcome outcome) {
        assertThat(outcome).isEqualTo(new Outcome.Refused(reason));
    }
}
