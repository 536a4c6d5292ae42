package sluice.broker.core.plan.operator.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Argument;
import sluice.broker.core.plan.operator.kind.Bulk;
import sluice.broker.core.plan.operator.kind.Step;
import sluice.broker.core.shape.Slots;

/** One call for several values does to each what its own operator would. */
final class BulkTest {
    private final Slots reading = new Slots(3);
    private final Slots observation = new Slots(4);

    @Test
    void whole_numbers_keep_their_own_grids_and_places_and_an_absent_one_stays_absent() {
        reading.setLong(0, 67);
        reading.setLong(2, -3);

        run(List.of(
                Step.of(0, 3, new OnLongs(grid("10"), false)),
                Step.of(0, 1, new OnLongs(grid("50"), true)),
                Step.of(1, 0, new OnLongs(grid("10"), false)),
                Step.of(2, 2, new OnLongs(grid("10"), false))));

        assertThat(observation.getLong(3)).isEqualTo(60);
        assertThat(observation.getLong(1)).isEqualTo(50);
        assertThat(observation.getLong(2)).isEqualTo(-10);
        assertThat(observation.present()).isEqualTo(0b1110);
    }

    @Test
    void numbers_keep_their_own_grids_and_places_and_an_absent_one_stays_absent() {
        reading.setDouble(1, 0.74);

        run(List.of(
                Step.of(1, 0, new OnDoubles(grid("0.5"), true)),
                Step.of(1, 2, new OnDoubles(grid("0.1"), false)),
                Step.of(2, 1, new OnDoubles(grid("0.1"), false))));

        assertThat(observation.getDouble(0)).isEqualTo(0.5);
        assertThat(observation.getDouble(2)).isEqualTo(0.7);
        assertThat(observation.present()).isEqualTo(0b101);
    }

    private void run(List<Step> steps) {
        ((Bulk) steps.get(0).operator()).applyAll(steps.toArray(Step[]::new), reading, observation);
    }

    private static Grid grid(String step) {
        return Grid.parse(Argument.of(step)).orElseThrow();
    }
}
