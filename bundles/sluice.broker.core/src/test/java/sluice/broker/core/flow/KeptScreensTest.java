package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.operator.Applied;
import sluice.broker.core.plan.operator.Written;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** Operators that hold back whole records, on the line. */
final class KeptScreensTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:07:30Z");

    private record Passage(@Nullable Double confidence, String segment, long speed) {}

    /** The same stream from another driver, its components in another order. */
    private record Other(long speed, @Nullable Double confidence, String segment) {}

    private record Segment(String segment) {}

    private record Place(Point place, String segment) {}

    private final TestPorts ports = new TestPorts();
    private final Board board = TestPorts.calm();
    private final Router router = new Router(new Meters(ports), board);
    private final Flow flow = new Flow(ports, ports, board, () -> NOW, () -> 1_000);
    private final List<Outcome> told = new ArrayList<>();
    private final Asking planner = new Asking("planning", "app.planning", Segment.class, ports);

    @Test
    void what_a_filter_holds_back_is_counted_under_its_own_reason_and_committed() {
        router.activate(Town.with(held("filter", "{speed: {atLeast: 100}}")));
        router.join(planner);

        send(new Passage(0.9, "king", 99));
        send(new Passage(0.9, "queen", 100));
        send(new Other(120, 0.9, "front"));

        assertThat(ports.delivered)
                .extracting(delivery -> delivery.values().getObject(0))
                .containsExactly("queen", "front");
        assertThat(ports.tallied).containsEntry("app.planning filtered", 1).containsEntry("app.planning permitted", 2);
        assertThat(told).containsExactly(Outcome.COMMITTED, Outcome.COMMITTED, Outcome.COMMITTED);
    }

    /** A recipient must not get a fresh rate by leaving and coming back, nor by a change that does not concern it. */
    @Test
    void a_rate_goes_on_over_new_routes_and_over_all_sources_of_the_flow() {
        Policy limited = held("rate-limit", "{most: 2, per: PT1H}");
        router.activate(Town.with(limited));
        router.join(planner);
        send(new Passage(0.9, "king", 50));
        router.leave(planner);
        router.join(planner);
        send(new Other(50, 0.9, "queen"));
        router.activate(Town.with(limited, Town.LEVELS));
        send(new Passage(0.9, "front", 50));

        assertThat(ports.delivered).hasSize(2);
        assertThat(ports.tallied).containsEntry("app.planning over-rate", 1);
    }

    /** The words are the same, and the map is not. */
    @Test
    void a_filter_follows_the_citys_map() {
        Policy inside = new Policy(
                "held",
                PASSAGES,
                "planning",
                "app.planning",
                List.of(new Policy.Step("filter", Written.argument("{place: {in: [old-town]}}"))),
                List.of(keep("segment")),
                Duration.ofDays(30),
                new Where("policies/held.yaml", 9));
        Place here = new Place(new Point(43.655, -79.385), "king");
        router.activate(onMap(inside, 43.65));
        router.join(new Asking("planning", "app.planning", Segment.class, ports));
        send(here);
        router.activate(onMap(inside, 44.65));
        send(here);

        ports.sync();
        assertThat(ports.tallied).containsEntry("app.planning permitted", 1).containsEntry("app.planning filtered", 1);
    }

    private static PolicySet onMap(Policy policy, double south) {
        CatalogueStream stream = Town.stream(
                PASSAGES,
                Accuracy.ANY,
                Town.field("place", ValueType.POINT, Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER),
                Town.field("segment", ValueType.TEXT, Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER));
        return new PolicySet(
                "map" + south,
                Map.of(PASSAGES, stream),
                Town.with().purposes(),
                List.of(policy),
                List.of(Applied.square("old-town", south, -79.39, 0.01)));
    }

    @Test
    void other_words_in_the_policy_begin_anew() {
        router.activate(Town.with(held("rate-limit", "{most: 1, per: PT1H}")));
        router.join(planner);
        send(new Passage(0.9, "king", 50));
        send(new Passage(0.9, "king", 50));
        router.activate(Town.with(held("rate-limit", "{most: 1, per: PT2H}")));
        send(new Passage(0.9, "king", 50));

        assertThat(ports.tallied).containsEntry("app.planning permitted", 2);
    }

    @Test
    void a_sample_holds_back_the_rest_for_this_recipient_only() {
        Policy all = Town.policy("all", "planning", "app.all", keep("segment"));
        router.activate(Town.with(held("sample", "{every: 2}"), all));
        router.join(planner);
        router.join(new Asking("planning", "app.all", Segment.class, ports));
        for (int i = 0; i < 4; i++) {
            send(new Passage(0.9, "king", 50));
        }

        assertThat(ports.tallied)
                .containsEntry("app.planning sampled-out", 2)
                .containsEntry("app.planning permitted", 2)
                .containsEntry("app.all permitted", 4);
    }

    private static Policy held(String operator, String argument) {
        return new Policy(
                "held",
                PASSAGES,
                "planning",
                "app.planning",
                List.of(new Policy.Step(operator, Written.argument(argument))),
                List.of(keep("segment")),
                Duration.ofDays(30),
                new Where("policies/held.yaml", 9));
    }

    private void send(Record record) {
        Channel channel = router.open(new Channel.Origin("driver.any", record.getClass(), PASSAGES, Label.NONPERSONAL));
        Route route = channel.route().orElseThrow();
        Slots values = requireNonNull(route.reader().read(record));
        Receipt receipt = new Receipt(told::add);
        flow.flow(new SlotReading("cam-1", new ReadingId(1, 2), values, NOW, false, 0), route, receipt);
        receipt.settle();
    }
}
