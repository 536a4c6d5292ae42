package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.keep;
import static sluice.broker.core.Town.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.broker.core.Town;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.Slots;

/** What a device can get wrong: each is refused under a code of its own, counted once, and holds up nothing that is good. */
final class BadInputTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:07:30Z");

    private record Passage(
            @Nullable String plate,
            @Nullable Double confidence,
            @Nullable String segment,
            @Nullable Long speed,
            @Nullable Instant observed,
            @Nullable List<Long> lanes) {}

    private record Segment(String segment) {}

    /** Something wrong, and how it is called. */
    private record Bad(Passage passage, Instant observedAt, Reason reason) {}

    private final TestPorts ports = new TestPorts();
    private final Board board = TestPorts.calm();
    private final Router router = new Router(new Meters(ports), board);
    private final Flow flow = new Flow(ports, ports, board, () -> NOW, () -> 0);
    private final List<Outcome> told = new ArrayList<>();

    BadInputTest() {
        router.activate(Town.with(policy("segments", "planning", "app.segments", keep("segment"))));
        router.join(new Asking("planning", "app.segments", Segment.class, ports));
    }

    static List<Bad> bad() {
        return List.of(
                bad(Reason.NOT_FINITE, sure(Double.NaN)),
                bad(Reason.NOT_FINITE, sure(Double.POSITIVE_INFINITY)),
                bad(Reason.NOT_FINITE, sure(Double.NEGATIVE_INFINITY)),
                bad(Reason.OUT_OF_RANGE, sure(1.0000001)),
                bad(Reason.OUT_OF_RANGE, fast(251)),
                bad(Reason.OUT_OF_RANGE, fast(Long.MIN_VALUE)),
                bad(Reason.OUT_OF_RANGE, lanes(List.of(1L, 10L))),
                bad(Reason.OUT_OF_RANGE, seen(Instant.MAX)),
                bad(Reason.OUT_OF_RANGE, seen(Instant.MIN)),
                bad(Reason.INACCURATE, sure(null)),
                bad(Reason.INACCURATE, sure(0.8499999)),
                bad(Reason.TOO_LONG, plate("x".repeat(13))),
                bad(Reason.TOO_LONG, plate("\uD800".repeat(256 * 1024))),
                bad(Reason.TOO_LONG, lanes(Collections.nCopies(4, 1L))),
                new Bad(sure(0.9), NOW.plus(Duration.ofMinutes(5)).plusNanos(1), Reason.FUTURE),
                new Bad(sure(0.9), Instant.MAX, Reason.FUTURE),
                new Bad(sure(0.9), NOW.minus(Duration.ofMinutes(5)).minusNanos(1), Reason.TOO_OLD),
                new Bad(sure(0.9), Instant.MIN, Reason.TOO_OLD));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void it_is_refused_under_its_own_code_and_the_next_reading_goes_through(Bad bad) {
        assertThat(send(bad.passage, bad.observedAt)).isEqualTo(new Outcome.Refused(bad.reason));
        assertThat(ports.delivered).isEmpty();
        assertThat(ports.tallied).isEqualTo(Map.of("- " + bad.reason.code(), 1));

        assertThat(send(sure(0.9), NOW)).isEqualTo(Outcome.COMMITTED);
        assertThat(ports.delivered).hasSize(1);
    }

    @Test
    void of_good_and_bad_together_every_good_one_arrives_and_every_bad_one_is_counted() {
        for (Bad bad : bad()) {
            send(sure(0.9), NOW);
            send(bad.passage, bad.observedAt);
        }
        assertThat(ports.delivered).hasSize(bad().size());
        int counted = ports.tallied.entrySet().stream()
                .filter(count ->
                        count.getKey().startsWith("- ") && !count.getKey().equals("- permitted"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertThat(counted).isEqualTo(bad().size());
        assertThat(told).hasSize(2 * bad().size());
    }

    /** It can not even be read: what reads it for the broker says so before anything flows. */
    @Test
    void a_list_of_a_million_and_a_text_beyond_a_message_are_not_read() {
        Route route = route();
        assertThat(route.reader().read(lanes(Collections.nCopies(1_000_000, 1L))))
                .isNull();
        assertThat(route.reader().read(plate("x".repeat(1024 * 1024)))).isNull();
        assertThat(route.reader().read(sure(0.9))).isNotNull();
    }

    @Test
    void unpaired_surrogates_are_text_like_any_other() {
        send(new Passage("SIM1", 0.9, "a\uD800 \uDC00b", null, null, null), NOW);

        assertThat(ports.delivered.get(0).values().getObject(0)).isEqualTo("a\uD800 \uDC00b");
    }

    private Outcome send(Passage passage, Instant observedAt) {
        Route route = route();
        Slots values = java.util.Objects.requireNonNull(route.reader().read(passage));
        Receipt receipt = new Receipt(told::add);
        Outcome outcome =
                flow.flow(new SlotReading("cam-1", new ReadingId(1, 2), values, observedAt, false, 0), route, receipt);
        receipt.settle();
        return outcome;
    }

    private Route route() {
        return router.open(new Channel.Origin("driver.any", Passage.class, PASSAGES, Label.NONPERSONAL))
                .route()
                .orElseThrow();
    }

    private static Bad bad(Reason reason, Passage passage) {
        return new Bad(passage, NOW, reason);
    }

    private static Passage sure(@Nullable Double confidence) {
        return new Passage("SIM1", confidence, "king", 50L, NOW, List.of(1L));
    }

    private static Passage plate(String plate) {
        return new Passage(plate, 0.9, "king", 50L, NOW, List.of(1L));
    }

    private static Passage fast(long speed) {
        return new Passage("SIM1", 0.9, "king", speed, NOW, List.of(1L));
    }

    private static Passage seen(Instant observed) {
        return new Passage("SIM1", 0.9, "king", 50L, observed, List.of(1L));
    }

    private static Passage lanes(List<Long> lanes) {
        return new Passage("SIM1", 0.9, "king", 50L, NOW, lanes);
    }
}
