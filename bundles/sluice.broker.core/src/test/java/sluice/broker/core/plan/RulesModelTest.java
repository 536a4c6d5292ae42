package sluice.broker.core.plan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.plan.operator.Operators;

/** The rules against the slow and obvious model, on random policy sets and requests. */
final class RulesModelTest {
    private static final int SETS = Integer.getInteger("sluice.model.cases", 180_000) / 3;
    private static final int REQUESTS_A_SET = 3;

    @Test
    void the_rules_say_what_the_naive_model_says() {
        AnyTown any = new AnyTown(new SplittableRandom(5));
        Operators operators = new Operators();
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < SETS; i++) {
            PolicySet set = any.policies();
            Rules rules = new Rules(set, operators);
            for (int k = 0; k < REQUESTS_A_SET; k++) {
                Request request = any.request(set);
                String expected = NaiveRules.decide(set, request);
                assertThat(text(rules.decide(request)))
                        .describedAs("%s on %s", request, set)
                        .isEqualTo(expected);
                seen.merge(expected.split(" ")[0], 1, Integer::sum);
            }
        }
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        "permitted",
                        "undeclared-stream",
                        "unknown-purpose",
                        "prohibited",
                        "other-purpose",
                        "gap",
                        "above-ceiling",
                        "not-released",
                        "bad-plan");
        assertThat(seen.values()).allMatch(often -> often > SETS / 60);
    }

    private static String text(Ruling ruling) {
        if (ruling instanceof Ruling.Denied denied) {
            return denied.reason().code();
        }
        Ruling.Permitted permitted = (Ruling.Permitted) ruling;
        return "permitted " + permitted.label()
                + permitted.outputs().stream()
                        .map(output -> " " + output.field() + "=" + output.label())
                        .collect(joining());
    }
}
