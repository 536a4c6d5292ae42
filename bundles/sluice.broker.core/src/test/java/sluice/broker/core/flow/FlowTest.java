package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.BINS;
import static sluice.broker.core.Town.COUNTS;
import static sluice.broker.core.Town.LEVELS;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.keep;
import static sluice.broker.core.Town.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.Slots;

/** The line between its ports: what is counted, what is written, and when a delivery is made. */
final class FlowTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:07:30Z");
    private static final Policy SEGMENTS = policy("segments", "planning", "app.segments", keep("segment"));
    private static final Policy HITS = policy("hits", "enforcement", "app.hits", keep("plate"));
    private static final Passage SEEN = new Passage("ABCD123", 0.9, "king", NOW);

    private record Passage(
            String plate,
            @Nullable Double confidence,
            @Nullable String segment,
            Instant observed) {}

    private record Coarse(String segment, Instant observed) {}

    private record Segment(String segment) {}

    private record Hit(String plate) {}

    private record Bin(String container, double level) {}

    private record Speed(long speed) {}

    private final TestPorts ports = new TestPorts();
    private final Board board = TestPorts.calm();
    private final Router router = new Router(new Meters(ports), board);
    private final Flow flow = new Flow(ports, ports, board, () -> NOW, () -> 1_000);
    private final List<Outcome> told = new ArrayList<>();

    @Test
    void something_in_between_is_delivered_at_once() {
        join("planning", "app.planning", Coarse.class, COUNTS);

        assertThat(send(SEEN, false)).isEqualTo(Outcome.COMMITTED);

        assertThat(ports.delivered).hasSize(1);
        assertThat(ports.delivered.get(0).values().getObject(1)).isEqualTo(Instant.parse("2026-05-04T10:00:00Z"));
        assertThat(ports.disclosed).isEmpty();
        assertThat(ports.spooled).isEmpty();
        assertThat(told).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void a_disclosure_about_a_person_is_delivered_when_its_leaf_is_on_disk() {
        join("enforcement", "app.hits", Hit.class, HITS);

        send(SEEN, false);
        assertThat(ports.disclosed).containsExactly("app.hits cam-1");
        assertThat(ports.delivered).isEmpty();
        assertThat(told).isEmpty();

        ports.sync();
        assertThat(ports.delivered).hasSize(1);
        assertThat(ports.spooled).isEmpty();
        assertThat(told).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void what_is_not_personal_is_delivered_when_it_is_in_the_spool() {
        join("planning", "app.waste", Bin.class, LEVELS);

        send(new Bin("bin-1", 0.5), BINS, false);
        assertThat(ports.delivered).isEmpty();
        assertThat(told).isEmpty();

        ports.sync();
        assertThat(ports.delivered.get(0).spoolPosition()).isZero();
        assertThat(Spooled.streamOf(ports.spooled.get(0))).isEqualTo(BINS);
        assertThat(told).containsExactly(Outcome.COMMITTED);
    }

    /** The segment alone says nothing about anybody, but a stream with plates leaves no trace at rest. */
    @Test
    void what_comes_from_a_personal_stream_is_never_spooled() {
        join("planning", "app.segments", Segment.class, SEGMENTS);

        send(SEEN, false);

        assertThat(ports.spooled).isEmpty();
        assertThat(ports.delivered).hasSize(1);
    }

    @Test
    void a_message_is_committed_when_every_permitted_recipient_has_it() {
        router.activate(Town.with(COUNTS, SEGMENTS, HITS));
        router.join(new Asking("planning", "app.planning", Coarse.class, ports));
        router.join(new Asking("planning", "app.segments", Segment.class, ports));
        router.join(new Asking("enforcement", "app.hits", Hit.class, ports));
        router.join(new Asking("planning", "app.stranger", Segment.class, ports));

        send(SEEN, false);
        assertThat(ports.delivered).hasSize(2);
        assertThat(told).isEmpty();

        ports.sync();
        assertThat(ports.delivered).hasSize(3);
        assertThat(told).containsExactly(Outcome.COMMITTED);
        assertThat(ports.tallied)
                .isEqualTo(Map.of(
                        "- permitted", 1,
                        "app.planning permitted", 1,
                        "app.segments permitted", 1,
                        "app.hits permitted", 1,
                        "app.stranger gap", 1));
    }

    @Test
    void while_the_ledger_is_down_nothing_is_done_and_nothing_is_counted() {
        join("planning", "app.planning", Coarse.class, COUNTS);
        ports.isDown = true;

        assertThat(send(SEEN, false)).isEqualTo(new Outcome.Unavailable(Reason.LEDGER_DOWN));

        assertThat(ports.delivered).isEmpty();
        assertThat(ports.tallied).isEmpty();
    }

    @Test
    void a_refused_reading_is_counted_once_for_its_stream_and_reaches_nobody() {
        join("planning", "app.planning", Coarse.class, COUNTS);

        assertThat(send(new Passage("ABCD123", 0.2, "king", NOW), false))
                .isEqualTo(new Outcome.Refused(Reason.INACCURATE));

        assertThat(ports.delivered).isEmpty();
        assertThat(ports.tallied).isEqualTo(Map.of("- inaccurate", 1));
    }

    @Test
    void an_observation_without_what_its_record_requires_is_absent() {
        join(
                "planning",
                "app.sure",
                Speed.class,
                policy("sure", "planning", "app.sure", Town.release("speed", "speed", 1, "bucket", "10")));

        assertThat(send(SEEN, false)).isEqualTo(Outcome.COMMITTED);

        assertThat(ports.tallied).containsEntry("app.sure absent", 1);
        assertThat(ports.delivered).isEmpty();
    }

    /** A real reading is shown to no operator. */
    @Test
    void only_a_simulated_device_leaves_a_sample() {
        join("planning", "app.planning", Coarse.class, COUNTS);

        send(SEEN, false);
        assertThat(router.routes().get(0).samples()).isEmpty();

        send(SEEN, true);
        assertThat(router.routes().get(0).samples()).singleElement().satisfies(sample -> {
            assertThat(sample.before()).containsEntry("plate", "ABCD123");
            assertThat(sample.after()).isEqualTo(Map.of("segment", "king", "observed", "2026-05-04T10:00:00Z"));
        });
    }

    @Test
    void a_new_policy_set_is_in_force_for_the_next_reading_and_without_one_there_is_no_route() {
        join("planning", "app.planning", Coarse.class, COUNTS);
        send(SEEN, false);
        router.activate(Town.with());
        send(SEEN, false);

        assertThat(ports.tallied).containsEntry("app.planning permitted", 1).containsEntry("app.planning gap", 1);
        router.activate(PolicySet.EMPTY);
        assertThat(channel(Passage.class, PASSAGES).route()).isEmpty();
    }

    private void join(String purpose, String recipient, Class<? extends Record> record, Policy policy) {
        router.activate(Town.with(policy));
        router.join(new Asking(purpose, recipient, record, ports));
    }

    private Outcome send(Passage passage, boolean simulated) {
        return send(passage, PASSAGES, simulated);
    }

    private Outcome send(Record record, String stream, boolean simulated) {
        Route route = channel(record.getClass(), stream).route().orElseThrow();
        Slots values = requireNonNull(route.reader().read(record));
        Receipt receipt = new Receipt(told::add);
        Outcome outcome =
                flow.flow(new SlotReading("cam-1", new ReadingId(1, 2), values, NOW, simulated, 0), route, receipt);
        receipt.settle();
        return outcome;
    }

    private Channel channel(Class<? extends Record> type, String stream) {
        return router.open(new Channel.Origin("driver.any", type, stream, Label.NONPERSONAL));
    }
}
