package sluice.benchmarks.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** A comparison is worth something if both say the same. */
final class AuthzForceTest {
    @Test
    void it_answers_each_pair_as_the_rules_and_jcasbin_do() {
        EnginesAgree.assertOf(new AuthzForceBenchmark());
    }

    @Test
    void the_ratios_find_it() {
        assertThat(ServiceLoader.load(OtherEngine.class))
                .extracting(OtherEngine::name)
                .containsExactly("AuthzForce");
    }

    @Test
    void the_workload_draws_permitted_and_denied_pairs() {
        AuthzForceBenchmark engine = new AuthzForceBenchmark();
        engine.prepare();
        int fromTexts = 0;
        int madeBefore = 0;
        for (int i = 0; i < 1 << 12; i++) {
            fromTexts += engine.enforce() ? 1 : 0;
        }
        for (int i = 0; i < 1 << 12; i++) {
            madeBefore += engine.evaluate() ? 1 : 0;
        }

        assertThat(fromTexts).isBetween(3_000, 4_000).isEqualTo(madeBefore);
    }
}
