package sluice.broker.core.plan.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Freeze;
import sluice.broker.core.port.Conditions.Term;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.OptOuts;
import sluice.broker.core.shape.Shape;

/** What is remembered of a flow is what would be said if it were asked anew for each record. */
final class StandingTest {
    private static final FlowKey FLOW = new FlowKey("traffic.passage", "planning", "app.planning");
    private static final long START = Instant.parse("2026-05-04T09:58:00Z").toEpochMilli();
    private static final int SPAN_MILLIS = 300_000;
    private static final LocalTime OPENS = LocalTime.of(10, 0);
    private static final Shape SHAPE = new Shape(List.of());

    private final Random random = new Random(20_261_125);
    private final Board board = new Board();
    private final Tests tests = new Required(
                    List.of(
                            new PolicyCondition.Agreement("a"),
                            new PolicyCondition.Assessment("b"),
                            new PolicyCondition.Hours(
                                    EnumSet.allOf(DayOfWeek.class), OPENS, LocalTime.of(10, 2), ZoneOffset.UTC)),
                    List.of(),
                    Zones.NONE)
            .linkedTo(FLOW, SHAPE, board);
    private Standing standing = Standing.UNKNOWN;

    @Test
    void a_flow_stands_as_if_it_were_asked_anew_for_each_record() {
        Map<@Nullable Reason, Integer> said = new HashMap<>();
        for (int round = 0; round < 2_000; round++) {
            Facts facts = facts();
            board.activate(facts);
            for (int i = 0; i < 50; i++) {
                Instant now = Instant.ofEpochMilli(START + random.nextInt(SPAN_MILLIS));
                Reason refused = refuse(Moment.of(now, now, board.sheet(), 0));

                if (refused != naive(facts, now)) {
                    throw new AssertionError(now + " " + facts + ": " + refused);
                }
                said.merge(refused, 1, Integer::sum);
            }
        }
        assertThat(said.keySet())
                .containsExactlyInAnyOrder(
                        null, Reason.FROZEN, Reason.NO_AGREEMENT, Reason.NO_ASSESSMENT, Reason.OUT_OF_HOURS);
        assertThat(said.values()).allMatch(times -> times > 1_000);
    }

    /** Whoever remembers an older standing asks anew, so that no thread has to see what another one remembers. */
    @Test
    void a_standing_is_of_its_own_sheet_and_minute_only() {
        board.activate(new Facts(Map.of(), Map.of(), Set.of(), OptOuts.NOBODY));
        Instant now = Instant.ofEpochMilli(START);
        Standing before = tests.stand(Moment.of(now, now, board.sheet(), 0));
        Moment later = Moment.of(now.plusSeconds(60), now, board.sheet(), 0);
        assertThat(before.isOf(later)).isFalse();

        board.activate(
                new Facts(Map.of(), Map.of(), Set.of(new Freeze(Freeze.ANY, Freeze.ANY, Freeze.ANY)), OptOuts.NOBODY));
        Moment frozen = Moment.of(now, now, board.sheet(), 0);

        assertThat(before.reason()).isEqualTo(Reason.NO_AGREEMENT);
        assertThat(before.isOf(frozen)).isFalse();
        assertThat(tests.stand(frozen).reason()).isEqualTo(Reason.FROZEN);
    }

    /** The rules' no comes before a freeze's: it is what an operator has to mend. */
    @Test
    void a_denied_flow_is_denied_whatever_the_registers_say() {
        Tests denied = Tests.denying(Reason.GAP);
        Instant now = Instant.ofEpochMilli(START);

        assertThat(denied.stand(Moment.of(now, now, new Board().sheet(), 0)).reason())
                .isEqualTo(Reason.GAP);
        assertThat(denied.areOfFlow()).isTrue();
    }

    private @Nullable Reason refuse(Moment moment) {
        if (!standing.isOf(moment)) {
            standing = tests.stand(moment);
        }
        return standing.reason();
    }

    private Facts facts() {
        Set<Freeze> freezes =
                random.nextInt(4) == 0 ? Set.of(new Freeze("traffic.passage", Freeze.ANY, Freeze.ANY)) : Set.of();
        return new Facts(Map.of("a", term()), Map.of("b", term()), freezes, OptOuts.NOBODY);
    }

    /** Begins before or within, ends within or after. */
    private Term term() {
        Instant from = Instant.ofEpochMilli(START - SPAN_MILLIS + random.nextInt(2 * SPAN_MILLIS));
        return new Term(from, from.plusMillis(1 + random.nextInt(3 * SPAN_MILLIS)));
    }

    private static @Nullable Reason naive(Facts facts, Instant now) {
        if (!facts.freezes().isEmpty()) {
            return Reason.FROZEN;
        }
        if (!isIn(facts.agreements().get("a"), now)) {
            return Reason.NO_AGREEMENT;
        }
        if (!isIn(facts.assessments().get("b"), now)) {
            return Reason.NO_ASSESSMENT;
        }
        LocalTime time = now.atZone(ZoneOffset.UTC).toLocalTime();
        return time.isBefore(OPENS) || !time.isBefore(OPENS.plusMinutes(2)) ? Reason.OUT_OF_HOURS : null;
    }

    private static boolean isIn(@Nullable Term term, Instant now) {
        return term != null && !now.isBefore(term.from()) && now.isBefore(term.until());
    }
}
