package sluice.operator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.BrokerView.FlowSnapshot;
import sluice.broker.core.port.BrokerView.Latency;
import sluice.broker.core.port.BrokerView.State;

class FiguresTest {
    @Test
    void latencies_have_about_three_digits() {
        assertThat(List.of(0L, 1L, 420L, 12_640L, 1_250_000L))
                .extracting(Figures::millis)
                .containsExactly("-", "0.00", "0.42", "12.6", "1,250");
    }

    @Test
    void nouns_follow_their_number() {
        assertThat(Figures.of(1, "flow") + ", " + Figures.of(1_000, "flow")).isEqualTo("1 flow, 1,000 flows");
    }

    @Test
    void a_gap_is_not_among_the_denials() {
        FlowCounts counts = counts(Map.of("permitted", 5L, "gap", 3L, "overflow", 2L, "withdrawn", 0L));
        assertThat(counts.permitted()).isEqualTo(5);
        assertThat(counts.gap()).isEqualTo(3);
        assertThat(counts.denied()).isEqualTo(2);
        assertThat(counts.breakdown("permitted")).isEqualTo("overflow 2");
    }

    @Test
    void a_denial_that_the_decision_tells_already_is_not_broken_down() {
        assertThat(counts(Map.of("prohibited", 5L)).breakdown("prohibited")).isEmpty();
        assertThat(counts(Map.of("prohibited", 5L, "overflow", 1L)).breakdown("prohibited"))
                .isEqualTo("overflow 1, prohibited 5");
    }

    private static FlowCounts counts(Map<String, Long> counts) {
        return FlowCounts.of(
                new FlowSnapshot(FakeBroker.PLANNING, State.PERMIT, "permitted", "", counts, 0, new Latency(0, 0)));
    }
}
