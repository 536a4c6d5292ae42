package sluice.benchmarks.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.condition.Moment;

/** Whether another engine permits exactly what our rules permit, conditions aside: those the others do not have. */
final class EnginesAgree {
    private EnginesAgree() {}

    static void assertOf(OtherEngine engine) {
        engine.read(Triple.permitted(OtherEngine.RULES));
        Town town = new Town(OtherEngine.RULES, OtherEngine.RULES);
        Moment moment = town.moment();
        int[] ours = pairs(pair -> town.binding(pair).refuse(town.reading(pair), moment) != Reason.GAP);

        assertThat(ours).hasSizeBetween(150, 190);
        assertThat(pairs(engine::permits)).containsExactly(ours);
    }

    private static int[] pairs(IntPredicate permitted) {
        return IntStream.range(0, OtherEngine.RULES).filter(permitted).toArray();
    }
}
