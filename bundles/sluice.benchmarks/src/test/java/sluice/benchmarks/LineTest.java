package sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.Outcome;

/** The comparison is fair: whoever maps, the application is told the same. */
final class LineTest {
    private static final List<String> ONE = List.of("planner-1");

    private final Traffic traffic = new Traffic();

    @Test
    void the_line_and_the_hand_tell_the_same() throws Throwable {
        Line line = new Line(ONE, ONE);
        CheckedByHand checked = new CheckedByHand();
        for (int i = 0; i < 10_000; i++) {
            Vehicle vehicle = traffic.next();
            assertThat(line.flow(line.read(vehicle), vehicle.observed())).isEqualTo(Outcome.COMMITTED);

            assertThat(line.taken())
                    .isEqualTo(ByHand.map(vehicle))
                    .isEqualTo(checked.map(vehicle, 0))
                    .isEqualTo(line.map(vehicle));
        }
    }
}
