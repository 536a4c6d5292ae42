package sluice.broker.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.keep;
import static sluice.broker.core.Town.release;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/** An application lists what it can do with, from most to least exact, and is told the least invasive of it that policy permits. */
final class AlternativesTest {
    private record Exact(String segment, Instant observed) {}

    private record Quarter(String segment, Instant quarter) {}

    private record Hour(String segment, Instant hour) {}

    private record Lanes(List<Long> lanes) {}

    private static final Policy.Release QUARTER = release("quarter", "observed", 10, "round-time", "PT15M");
    private static final Policy.Release HOUR = new Policy.Release(
            "hour",
            "observed",
            List.of(new Policy.Step("round-time", "PT15M"), new Policy.Step("round-time", "PT1H")),
            QUARTER.where());

    @Test
    void of_all_that_policy_permits_the_one_with_the_lowest_label_is_told() {
        Ruling.Permitted permitted = permitted("enforcement", List.of(keep("segment"), keep("observed"), QUARTER));

        assertThat(permitted.observation()).isEqualTo(Shape.of(Quarter.class));
        assertThat(permitted.label()).isEqualTo(Label.DEIDENTIFIED);
    }

    @Test
    void of_equal_labels_the_coarser_one_is_told_by_the_applications_own_order() {
        assertThat(permitted("planning", List.of(keep("segment"), QUARTER, HOUR))
                        .observation())
                .isEqualTo(Shape.of(Hour.class));
    }

    /** A list in the wrong order does not get more: the label decides first. */
    @Test
    void an_application_that_calls_the_exact_one_the_coarsest_is_told_no_more() {
        Ruling ruling = ask(
                "enforcement",
                List.of(keep("segment"), keep("observed"), QUARTER),
                List.of(Quarter.class, Exact.class));

        assertThat(((Ruling.Permitted) ruling).observation()).isEqualTo(Shape.of(Quarter.class));
    }

    @Test
    void what_policy_does_not_release_is_passed_over() {
        assertThat(permitted("planning", List.of(keep("segment"), QUARTER)).observation())
                .isEqualTo(Shape.of(Quarter.class));
    }

    @Test
    void where_none_fits_the_least_exact_one_says_why() {
        Ruling ruling = ask("planning", List.of(keep("segment")), List.of(Exact.class, Hour.class));

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Denied.class, denied -> {
            assertThat(denied.reason().code()).isEqualTo("not-released");
            assertThat(denied.why()).startsWith("none of 2 alternatives fits, the least exact because field `hour`");
        });
    }

    @Test
    void the_ruling_says_what_was_tried() {
        assertThat(permitted("planning", List.of(keep("segment"), QUARTER, HOUR))
                        .considered())
                .anyMatch(line -> line.startsWith("alternative 1 of 3 [segment, observed]: not-released, field"))
                .contains("alternative 2 of 3 [segment, quarter]: DEIDENTIFIED")
                .contains("alternative 3 of 3 [segment, hour]: DEIDENTIFIED")
                .contains("alternative 3 of 3 [segment, hour] is the least invasive that fits");
    }

    @Test
    void one_record_is_explained_without_alternatives() {
        Ruling ruling = ask("planning", List.of(keep("lanes")), List.of(Lanes.class));

        assertThat(ruling.considered()).noneMatch(line -> line.contains("alternative"));
    }

    private static Ruling.Permitted permitted(String purpose, List<Policy.Release> releases) {
        return (Ruling.Permitted) ask(purpose, releases, List.of(Exact.class, Quarter.class, Hour.class));
    }

    private static Ruling ask(String purpose, List<Policy.Release> releases, List<Class<? extends Record>> records) {
        Policy policy = Town.policy("any", purpose, "app.any", releases.toArray(Policy.Release[]::new));
        List<Shape> shapes = records.stream().map(Shape::of).toList();
        return new Rules(Town.with(policy), new Operators())
                .explain(new Request(new FlowKey(PASSAGES, purpose, "app.any"), Label.NONPERSONAL, Set.of(), shapes));
    }
}
