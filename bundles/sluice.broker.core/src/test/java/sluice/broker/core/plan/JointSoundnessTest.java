package sluice.broker.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.Written;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * The label's promise for a whole observation: whatever policy about one INDIRECT number binds below DEIDENTIFIED, two outputs and a filter
 * together never tell fewer neighbouring numbers from all others than the city asked for. The two ends of the range are left out.
 */
final class JointSoundnessTest {
    private static final int POLICIES = 3_000;
    private static final int MOST = 250;
    private static final Where HERE = new Where("any.yaml", 1);
    private static final FlowKey FLOW = new FlowKey("town.speed", "planning", "app.planning");
    private static final Shape READING =
            new Shape(List.of(new Component("speed", ValueType.LONG, Object.class, Object.class)));
    private static final Shape OBSERVATION = new Shape(List.of(
            new Component("one", ValueType.LONG, Object.class, Object.class),
            new Component("other", ValueType.LONG, Object.class, Object.class)));

    private final SplittableRandom random = new SplittableRandom(15);
    private final Operators operators = new Operators();

    @Test
    void outputs_and_filter_together_keep_what_the_label_promises() {
        int permitted = 0;
        for (int i = 0; i < POLICIES; i++) {
            int coarse = random.nextInt(2, 12);
            Policy policy = policy();
            Ruling ruling = rules(policy, coarse).decide(new Request(FLOW, Label.NONPERSONAL, OBSERVATION));
            if (ruling instanceof Ruling.Permitted permission) {
                permitted++;
                assertThat(fewest(permission))
                        .as("%s %s, at least %s", policy.records(), policy.releases(), coarse)
                        .isGreaterThanOrEqualTo(coarse);
            }
        }
        assertThat(permitted).isGreaterThan(POLICIES / 20);
    }

    private Policy policy() {
        List<Policy.Step> records = random.nextInt(3) == 0 ? List.of(filter()) : List.of();
        return new Policy(
                "any",
                FLOW.stream(),
                FLOW.purpose(),
                FLOW.recipient(),
                records,
                List.of(release("one"), release("other")),
                Duration.ofDays(1),
                HERE);
    }

    private Policy.Step filter() {
        int least = random.nextInt(0, MOST);
        int end = least + random.nextInt(1, MOST);
        return new Policy.Step("filter", Written.argument("{speed: {atLeast: " + least + ", below: " + end + "}}"));
    }

    private Policy.Release release(String output) {
        List<Policy.Step> steps = new ArrayList<>();
        for (int left = random.nextInt(1, 3); left > 0; left--) {
            steps.add(step());
        }
        return new Policy.Release(output, "speed", steps, HERE);
    }

    private Policy.Step step() {
        String step = Integer.toString(random.nextInt(2, 14));
        return switch (random.nextInt(8)) {
            case 0 -> new Policy.Step("constant", "7");
            case 1 -> new Policy.Step("clamp", Written.argument("{atLeast: 40, atMost: 90}"));
            case 2, 3, 4 -> new Policy.Step("round", step);
            default -> new Policy.Step("bucket", step);
        };
    }

    private Rules rules(Policy policy, int coarse) {
        PolicySet set = new PolicySet(
                "any",
                Map.of(
                        FLOW.stream(),
                        Town.stream(
                                FLOW.stream(),
                                Accuracy.ANY,
                                Town.field(
                                        "speed",
                                        ValueType.LONG,
                                        Label.INDIRECT,
                                        new Limits(0, MOST, 1),
                                        new Coarseness(coarse)))),
                Town.with().purposes(),
                List.of(policy));
        return new Rules(set, operators);
    }

    /** The fewest numbers with one observation, among those that neither end of the range has. */
    private static int fewest(Ruling.Permitted permission) {
        Plan plan = Plan.link(permission, READING, OBSERVATION);
        Screens screens = Screens.of(permission, 1).linkedTo(READING);
        Map<String, Integer> counts = new HashMap<>();
        for (long speed = 0; speed <= MOST; speed++) {
            counts.merge(told(plan, screens, speed), 1, Integer::sum);
        }
        counts.remove(told(plan, screens, 0));
        counts.remove(told(plan, screens, MOST));
        return counts.values().stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
    }

    private static String told(Plan plan, Screens screens, long speed) {
        Slots reading = new Slots(1);
        reading.setLong(0, speed);
        if (screens.refuse(reading, "d", 1, Instant.EPOCH) != null) {
            return "nothing";
        }
        Slots observation = plan.minimise(reading);
        return observation.getLong(0) + " " + observation.getLong(1);
    }
}
