package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.shape.Slots;

/**
 * The label's promise, looked for from the other side: whatever chain of operators is said to de-identify a whole number, no result may stand
 * for fewer neighbouring numbers than the city asked for. Results at the ends of the range, which the range cuts, are left out.
 */
final class SoundnessTest {
    private static final int CHAINS = 4_000;
    private static final int LEAST = -300;
    private static final int MOST = 300;
    private static final List<String> STEPS =
            List.of("round 3", "round 5", "round 10", "bucket 4", "bucket 7", "bucket 10", "bucket 15");
    private static final List<String> OTHERS =
            List.of("clamp {atLeast: -55, atMost: 90}", "boolean 12", "boolean 297", "keep ");

    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void a_result_of_a_chain_that_de_identifies_stands_for_as_many_values_as_the_city_asks_for() {
        int lowered = 0;
        for (int i = 0; i < CHAINS; i++) {
            int coarse = random.nextInt(2, 16);
            Value value =
                    Applied.value(ValueType.LONG, Label.INDIRECT, new Coarseness(coarse), new Limits(LEAST, MOST, 1));
            List<Operator> chain = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int left = random.nextInt(1, 4); left > 0; left--) {
                value = add(value, chain, names);
            }
            if (value.label() == Label.DEIDENTIFIED) {
                lowered++;
                assertThat(fewest(chain, names.get(0).startsWith("boolean")))
                        .as("%s, at least %s", names, coarse)
                        .isGreaterThanOrEqualTo(coarse);
            }
        }
        assertThat(lowered).isGreaterThan(CHAINS / 10);
    }

    private Value add(Value value, List<Operator> chain, List<String> names) {
        List<String> from = random.nextBoolean() ? STEPS : OTHERS;
        String step = from.get(random.nextInt(from.size()));
        int space = step.indexOf(' ');
        if (Applied.fit(step.substring(0, space), step.substring(space + 1), value)
                instanceof OperatorKind.Fit.Fits fits) {
            chain.add(fits.operator());
            names.add(step);
            return value.after(fits);
        }
        return value;
    }

    /** The fewest values with one result; a threshold is proven up to the ends of the range, a step is not. */
    private static int fewest(List<Operator> chain, boolean countsEnds) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (long value = LEAST; value <= MOST; value++) {
            counts.merge(result(chain, value), 1, Integer::sum);
        }
        if (!countsEnds) {
            counts.remove(result(chain, LEAST));
            counts.remove(result(chain, MOST));
        }
        return counts.values().stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
    }

    private static long result(List<Operator> chain, long value) {
        Slots slots = new Slots(1);
        slots.setLong(0, value);
        chain.forEach(operator -> operator.apply(slots, 0, slots, 0));
        return slots.getLong(0);
    }
}
