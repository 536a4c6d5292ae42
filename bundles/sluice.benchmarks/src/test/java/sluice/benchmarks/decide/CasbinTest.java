package sluice.benchmarks.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Policy;

/** A comparison is worth something if both say the same. */
final class CasbinTest {
    @Test
    void it_answers_each_pair_as_the_rules_do() {
        EnginesAgree.assertOf(new CasbinBenchmark());
    }

    @Test
    void the_others_have_the_rules_that_we_have() {
        List<Triple> ours = Plans.set(OtherEngine.RULES, OtherEngine.RULES, 0).policies().stream()
                .map(CasbinTest::triple)
                .toList();

        assertThat(new HashSet<>(Triple.permitted(OtherEngine.RULES)))
                .hasSize(OtherEngine.RULES)
                .isEqualTo(new HashSet<>(ours));
    }

    private static Triple triple(Policy policy) {
        return new Triple(policy.recipient(), policy.stream(), policy.purpose());
    }
}
