package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.Town;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Window;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Room;

/** A road with cameras, a clock that the test sets, and a recipient that counts. */
final class Corridor {
    static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");

    final TestPorts ports = new TestPorts();
    Instant now;
    Router router;
    Flow flow;
    Gatherings gatherings;
    Budgets budgets = Budgets.NONE;

    record Passage(String plate, double confidence, String segment, long speed, Instant observed) {}

    record Count(String segment, Instant observed, long vehicles) {}

    Corridor(Instant start) {
        this.now = start;
        start();
    }

    /** The platform starts, and knows nothing of what was before. */
    void start() {
        start(null);
    }

    /** The platform starts, after it was killed if there is an instant. */
    void start(@Nullable Instant killed) {
        gatherings = new Gatherings(() -> now, budgets, new Room(50_000_000), killed);
        var board = TestPorts.calm();
        router = new Router(new Meters(ports), board, gatherings, new Operators());
        flow = new Flow(ports, ports, board, () -> now, () -> 1_000);
    }

    static Window window(String subject, int atLeast) {
        return new Window(
                Duration.ofMinutes(15),
                Window.LATENESS,
                Window.IDLE,
                subject,
                atLeast,
                Window.GROUPS_PER_SUBJECT,
                Window.Diversity.NONE,
                Window.Noise.NONE);
    }

    static Policy counts(Window window) {
        return counts(window, "planning", "app.planning");
    }

    static Policy counts(Window window, String purpose, String recipient) {
        return new Policy(
                "corridor-counts",
                Town.PASSAGES,
                purpose,
                recipient,
                List.of(),
                List.of(),
                window,
                List.of(
                        Town.keep("segment"),
                        Town.release("observed", "observed", 12, "round-time", "PT15M"),
                        new Policy.Release(
                                "vehicles",
                                "plate",
                                List.of(new Policy.Step("count", Argument.NONE)),
                                new Where("policies/line.yaml", 13))),
                Duration.ofDays(30),
                new Where("policies/corridor-counts.yaml", 9));
    }

    void join(String purpose, Class<? extends Record> record, Policy... policies) {
        router.activate(Town.with(policies));
        router.join(new Asking(purpose, policies[0].recipient(), record, ports));
        channel();
    }

    Outcome pass(String plate, String segment, Instant at) {
        Route route = channel().route().orElseThrow();
        Slots values = requireNonNull(route.reader().read(new Passage(plate, 0.9, segment, 50, at)));
        Receipt receipt = new Receipt(outcome -> {});
        Outcome outcome =
                flow.flow(new SlotReading("cam-1", new ReadingId(1, 2), values, at, false, 0), route, receipt);
        receipt.settle();
        return outcome;
    }

    private Channel channel() {
        return router.open(new Channel.Origin("driver.any", Passage.class, Town.PASSAGES, Label.NONPERSONAL));
    }

    void passMany(int cars, String segment, Instant at) {
        for (int i = 0; i < cars; i++) {
            pass(segment + "-" + i, segment, at);
        }
    }

    void until(Instant next) {
        now = next;
        flow.tell(gatherings);
    }

    /** What was told, in words. */
    List<String> told() {
        return ports.delivered.stream()
                .map(delivery ->
                        delivery.values().getObject(0) + " " + delivery.values().getObject(1) + " "
                                + delivery.values().getLong(2))
                .sorted()
                .toList();
    }
}
