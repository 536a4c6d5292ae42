package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.ValueType;

final class RoundTimeTest {
    private static final int INPUTS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "PT15M, 2026-05-04T10:14:59.999999999Z, 2026-05-04T10:00:00Z",
        "PT15M, 2026-05-04T10:15:00Z, 2026-05-04T10:15:00Z",
        "PT1S, 2026-05-04T10:14:59.999Z, 2026-05-04T10:14:59Z",
        "P1D, 2026-05-04T23:59:59Z, 2026-05-04T00:00:00Z",
        "PT15M, 1969-12-31T23:59:59Z, 1969-12-31T23:45:00Z",
        "PT7S, 1969-12-31T23:59:59.5Z, 1969-12-31T23:59:53Z",
    })
    void an_instant_becomes_the_beginning_of_its_interval(String interval, Instant value, Instant expected) {
        assertThat(Applied.named("round-time", interval, ValueType.INSTANT).to(value))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT7S", "PT1M", "PT15M", "PT1H", "P1D"})
    void an_interval_holds_its_instant_before_and_after_1970(String interval) {
        Applied round = Applied.named("round-time", interval, ValueType.INSTANT);
        Duration length = Duration.parse(interval);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < INPUTS; i++) {
            Instant value = Instant.ofEpochSecond(
                    random.nextLong(-10_000_000_000L, 10_000_000_000L), random.nextInt(1_000_000_000));
            Instant beginning = round.to(value);

            assertThat(beginning).isBetween(value.minus(length).plusNanos(1), value);
            assertThat(Math.floorMod(beginning.getEpochSecond(), length.toSeconds()))
                    .isZero();
            assertThat(round.to(beginning)).isEqualTo(beginning);
        }
    }
}
