package sluice.benchmarks.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.broker.core.plan.Plan;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** What is compared does the same work on the same workload, or the ratios mean nothing. */
final class FairnessTest {
    private static final int COMPONENTS = 8;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void by_hand_gives_what_the_plan_gives_and_leaves_out_what_is_absent() {
        Plan plan = ShapeBenchmark.plan(COMPONENTS);
        for (int round = 0; round < 20_000; round++) {
            Slots reading = reading();

            assertThat(rendered(SlotsByHand.map(reading, COMPONENTS))).isEqualTo(rendered(plan.minimise(reading)));
        }
    }

    @Test
    void every_pair_is_found_in_the_table_and_nothing_else() {
        long[] keys = LongTable.keys(1_000);
        LongTable table = new LongTable(keys);

        assertThat(IntStream.range(0, keys.length).filter(i -> table.get(keys[i]) != i))
                .isEmpty();
        assertThat(table.get(12_345)).isEqualTo(-1);
    }

    @Test
    void three_in_ten_of_the_draws_are_denied() {
        Town town = new Town(200, 200);

        assertThat(town.refused(Town.zipf(200, 1 << 16))).isCloseTo(0.3, within(0.01));
    }

    private Slots reading() {
        Slots reading = new Slots(COMPONENTS);
        for (int i = 0; i < COMPONENTS; i += 4) {
            if (random.nextInt(8) > 0) {
                reading.setObject(i, "text-" + random.nextInt(10));
                reading.setLong(i + 2, random.nextInt(-1_000, 1_000));
            }
            if (random.nextInt(8) > 0) {
                reading.setDouble(i + 1, random.nextInt(-9, 9) / 8.0);
                reading.setObject(i + 3, new Point(random.nextDouble(-90, 90), random.nextDouble(-180, 180)));
            }
        }
        return reading;
    }

    /** Texts, because they tell -0.0 from 0.0; a point to a tenth of a metre, because the two divide in another order. */
    private static String rendered(Slots slots) {
        StringBuilder all = new StringBuilder().append(slots.present());
        for (int i = 0; i < COMPONENTS; i += 4) {
            all.append(' ').append(slots.getObject(i)).append(' ').append(slots.getDouble(i + 1));
            all.append(' ').append(slots.getLong(i + 2));
            all.append(
                    slots.getObject(i + 3) instanceof Point at
                            ? " %.6f %.6f".formatted(at.latitude(), at.longitude())
                            : "");
        }
        return all.toString();
    }
}
