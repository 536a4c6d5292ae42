package sluice.broker.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

final class ClassifierTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:07:30Z");
    private static final Passage GOOD =
            new Passage("ABCD123", 0.9, 50L, NOW, List.of(1L, 2L), "not in the catalogue", 7);

    /** What a driver says; the catalogue lacks {@code note}, and has {@code segment} as a text. */
    private record Passage(
            @Nullable String plate,
            @Nullable Double confidence,
            @Nullable Long speed,
            @Nullable Instant observed,
            @Nullable List<Long> lanes,
            String note,
            long segment) {
        Passage plate(String value) {
            return new Passage(value, confidence, speed, observed, lanes, note, segment);
        }

        Passage confidence(@Nullable Double value) {
            return new Passage(plate, value, speed, observed, lanes, note, segment);
        }

        Passage speed(long value) {
            return new Passage(plate, confidence, value, observed, lanes, note, segment);
        }

        Passage observed(Instant value) {
            return new Passage(plate, confidence, speed, value, lanes, note, segment);
        }

        Passage lanes(Long... values) {
            return new Passage(plate, confidence, speed, observed, List.of(values), note, segment);
        }
    }

    private record Percent(long confidence) {}

    @Test
    void a_plausible_reading_goes_on_and_what_is_undeclared_or_of_another_type_is_stripped() {
        Shape shape = Shape.of(Passage.class);
        Classifier classifier = new Classifier(Town.passages(), shape);

        assertThat(classifier.strippedOf(shape)).isEqualTo(2);
        assertThat(Classifier.isDeclared(Town.passages(), shape.components().get(5)))
                .isFalse();
        assertThat(Classifier.isDeclared(Town.passages(), shape.components().get(6)))
                .isFalse();
        assertThat(refuse(GOOD)).isNull();
        assertThat(refuse(new Passage(null, 0.9, null, null, null, "", 0))).isNull();
    }

    @Test
    void a_number_may_reach_its_limits_and_not_pass_them() {
        assertThat(refuse(GOOD.speed(0))).isNull();
        assertThat(refuse(GOOD.speed(250))).isNull();
        assertThat(refuse(GOOD.speed(251))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(refuse(GOOD.speed(-1))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(refuse(GOOD.confidence(1.0))).isNull();
        assertThat(refuse(GOOD.confidence(Math.nextUp(1.0)))).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void what_is_no_number_is_not_finite() {
        assertThat(refuse(GOOD.confidence(Double.NaN))).isEqualTo(Reason.NOT_FINITE);
        assertThat(refuse(GOOD.confidence(Double.POSITIVE_INFINITY))).isEqualTo(Reason.NOT_FINITE);
    }

    @Test
    void a_text_or_a_list_may_be_as_long_as_the_catalogue_says() {
        assertThat(refuse(GOOD.plate("x".repeat(12)))).isNull();
        assertThat(refuse(GOOD.plate("x".repeat(13)))).isEqualTo(Reason.TOO_LONG);
        assertThat(refuse(GOOD.lanes(1L, 2L, 3L))).isNull();
        assertThat(refuse(GOOD.lanes(1L, 2L, 3L, 4L))).isEqualTo(Reason.TOO_LONG);
        assertThat(refuse(GOOD.lanes(1L, 10L))).isEqualTo(Reason.OUT_OF_RANGE);
    }

    /** A list's elements are held to what a value alone is held to; a text among them to 256 characters. */
    @Test
    void each_element_of_a_list_is_checked() {
        record Lists(List<String> names, List<Double> weights) {}
        CatalogueStream stream = Town.stream(
                "any",
                Accuracy.ANY,
                Town.field("names", ValueType.TEXTS, Label.NONPERSONAL, new Limits(0, 1, 3), Coarseness.NEVER),
                Town.field("weights", ValueType.DOUBLES, Label.NONPERSONAL, new Limits(0, 9, 3), Coarseness.NEVER));

        assertThat(refuse(stream, new Lists(List.of("x".repeat(256)), List.of(9.0)), NOW))
                .isNull();
        assertThat(refuse(stream, new Lists(List.of("a", "x".repeat(257)), List.of(9.0)), NOW))
                .isEqualTo(Reason.TOO_LONG);
        assertThat(refuse(stream, new Lists(List.of(), List.of(1.0, Double.NaN)), NOW))
                .isEqualTo(Reason.NOT_FINITE);
        assertThat(refuse(stream, new Lists(List.of(), List.of(1.0, 9.5)), NOW)).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void an_instant_lies_between_1970_and_2200() {
        assertThat(refuse(GOOD.observed(Instant.EPOCH))).isNull();
        assertThat(refuse(GOOD.observed(Instant.EPOCH.minusNanos(1)))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(refuse(GOOD.observed(Instant.parse("2200-01-01T00:00:00Z")))).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(refuse(GOOD.observed(Instant.MAX))).isEqualTo(Reason.OUT_OF_RANGE);
    }

    /** MFIPPA s. 30(2): reasonable steps so that what is used about a person is accurate and up to date. */
    @Test
    void what_is_not_sure_enough_is_not_used() {
        assertThat(refuse(GOOD.confidence(0.85))).isNull();
        assertThat(refuse(GOOD.confidence(0.8499))).isEqualTo(Reason.INACCURATE);
        assertThat(refuse(GOOD.confidence(null))).isEqualTo(Reason.INACCURATE);
    }

    @Test
    void a_source_without_any_confidence_is_not_sure_enough() {
        record Bare(String plate) {}
        assertThat(refuse(Town.passages(), new Bare("ABCD123"), NOW)).isEqualTo(Reason.INACCURATE);
    }

    @Test
    void a_confidence_may_be_a_whole_number() {
        CatalogueStream stream = Town.stream(
                "any",
                new Accuracy("confidence", 85, Duration.ofMinutes(5)),
                Town.field("confidence", ValueType.LONG, Label.NONPERSONAL, new Limits(0, 100, 1), Coarseness.NEVER));

        assertThat(refuse(stream, new Percent(85), NOW)).isNull();
        assertThat(refuse(stream, new Percent(84), NOW)).isEqualTo(Reason.INACCURATE);
    }

    @Test
    void a_reading_may_be_as_old_as_the_catalogue_says_and_five_minutes_ahead() {
        assertThat(refuse(Town.passages(), GOOD, NOW.minusSeconds(300))).isNull();
        assertThat(refuse(Town.passages(), GOOD, NOW.minusSeconds(300).minusNanos(1)))
                .isEqualTo(Reason.TOO_OLD);
        assertThat(refuse(Town.passages(), GOOD, NOW.plusSeconds(300))).isNull();
        assertThat(refuse(Town.passages(), GOOD, NOW.plusSeconds(300).plusNanos(1)))
                .isEqualTo(Reason.FUTURE);
    }

    private static @Nullable Reason refuse(Passage passage) {
        return refuse(Town.passages(), passage, NOW);
    }

    private static @Nullable Reason refuse(CatalogueStream stream, Record record, Instant observedAt) {
        Shape shape = Shape.of(record.getClass());
        Slots slots = RecordReader.of(
                        record.getClass(),
                        name -> Classifier.isDeclared(stream, shape.components().get(shape.indexOf(name))))
                .read(record);
        return slots == null ? Reason.TYPE_MISMATCH : new Classifier(stream, shape).refuse(slots, observedAt, NOW);
    }
}
