package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

final class RelativeTimeTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private record Stay(Instant started, Instant field) {}

    private record Passage(Instant field) {}

    private final Operator operator = ((OperatorKind.Fit.Fits) Applied.fit(
                    "relative-time",
                    "{since: started}",
                    Applied.value(ValueType.INSTANT, Label.INDIRECT, Coarseness.NEVER)))
            .operator();

    @Test
    void it_is_the_time_since_the_other_field_also_over_a_change_of_clocks() {
        assertThat(since(NOON, NOON.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(since(NOON, NOON.minusNanos(1))).isEqualTo(Duration.ofNanos(-1));
        assertThat(since(Instant.parse("2026-03-08T06:30:00Z"), Instant.parse("2026-03-08T07:30:00Z")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void without_the_other_field_there_is_none() {
        assertThat(since(null, NOON)).isNull();

        Slots slots = new Slots(2);
        slots.setObject(0, NOON);
        operator.linkedTo(Shape.of(Passage.class)).apply(slots, 0, slots, 1);
        assertThat(slots.has(1)).isFalse();
    }

    private @Nullable Object since(@Nullable Instant started, Instant field) {
        Slots reading = new Slots(2);
        reading.setObject(0, started);
        reading.setObject(1, field);
        Slots observation = new Slots(1);
        operator.linkedTo(Shape.of(Stay.class)).apply(reading, 1, observation, 0);
        return observation.getObject(0);
    }
}
