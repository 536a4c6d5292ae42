package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.policy;
import static sluice.broker.core.Town.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

final class PlanTest {
    private record Passage(String plate, @Nullable Long speed, String segment, Instant observed) {}

    private record Bare(String plate) {}

    /** In another order than the reading's, under another name, one component required. */
    private record Told(Instant observed, long speedClass, String segment) {}

    private static final Policy SPEEDS = policy(
            "speeds",
            "planning",
            "app.planning",
            release("segment", "segment", 1, "keep", ""),
            release("observed", "observed", 2, "round-time", "PT1H"),
            new Policy.Release(
                    "speedClass",
                    "speed",
                    List.of(new Policy.Step("bucket", "10"), new Policy.Step("round", "100")),
                    new Where("policies/line.yaml", 3)));

    @Test
    void each_output_comes_from_its_field_through_its_operators_in_order() {
        Slots reading = read(new Passage("ABCD123", 59L, "king", Instant.parse("2026-05-04T10:07:30Z")));
        Plan plan = plan(Passage.class);
        Slots observation = plan.minimise(reading);

        assertThat(observation.getObject(0)).isEqualTo(Instant.parse("2026-05-04T10:00:00Z"));
        assertThat(observation.getLong(1)).isEqualTo(100);
        assertThat(observation.getObject(2)).isEqualTo("king");
        assertThat(plan.isComplete(observation)).isTrue();
    }

    @Test
    void minimising_leaves_the_reading_as_it_was() {
        Slots reading = read(new Passage("ABCD123", 59L, "king", Instant.EPOCH));
        plan(Passage.class).minimise(reading);

        assertThat(reading.getLong(1)).isEqualTo(59);
        assertThat(reading.getObject(0)).isEqualTo("ABCD123");
    }

    @Test
    void an_absent_value_stays_absent_and_a_required_one_makes_the_observation_incomplete() {
        Plan plan = plan(Passage.class);
        Slots observation = plan.minimise(read(new Passage("ABCD123", null, "king", Instant.EPOCH)));

        assertThat(observation.has(1)).isFalse();
        assertThat(plan.isComplete(observation)).isFalse();
    }

    @Test
    void a_source_without_the_fields_gives_nothing() {
        assertThat(plan(Bare.class).minimise(read(new Bare("ABCD123"))).present())
                .isZero();
    }

    /** Nothing of the reading is in it, not even whether it had a value. */
    @Test
    void a_constant_is_there_for_every_source_and_every_reading() {
        record Kind(String kind, long number) {}
        Policy constants = policy(
                "constants",
                "planning",
                "app.planning",
                release("kind", "segment", 1, "constant", "car"),
                release("number", "speed", 2, "constant", "1"));
        for (Record reading : List.of(new Bare("ABCD123"), new Passage("ABCD123", null, "king", Instant.EPOCH))) {
            Plan plan = plan(constants, reading.getClass(), Kind.class);
            Slots observation = plan.minimise(read(reading));
            assertThat(observation.getObject(0)).isEqualTo("car");
            assertThat(observation.getLong(1)).isEqualTo(1);
            assertThat(plan.isComplete(observation)).isTrue();
        }
    }

    private static Plan plan(Class<? extends Record> reading) {
        return plan(SPEEDS, reading, Told.class);
    }

    private static Plan plan(Policy policy, Class<? extends Record> reading, Class<? extends Record> record) {
        Shape told = Shape.of(record);
        Ruling ruling = new Rules(Town.with(policy), new Operators())
                .decide(new Request(new FlowKey(PASSAGES, "planning", "app.planning"), Label.NONPERSONAL, told));
        return Plan.link((Ruling.Permitted) ruling, Shape.of(reading), told);
    }

    private static Slots read(Record record) {
        return requireNonNull(RecordReader.of(record.getClass(), name -> true).read(record));
    }
}
