package sluice.broker.core.plan.operator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.Applied;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.Written;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.plan.operator.kind.ScreenKind;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/** Where operators on whole records change their mind: to the nanosecond, to the last bit. */
final class ScreenEdgesTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final long SALT = 1;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final Shape SHAPE =
            new Shape(List.of(new Component("stay", ValueType.DURATION, Object.class, Object.class)));
    private static final Setting SETTING = new Setting(
            Town.stream(
                    "town.any",
                    Accuracy.ANY,
                    Town.field("stay", ValueType.DURATION, Label.INDIRECT, Limits.NONE, new Coarseness(100)),
                    Town.field("place", ValueType.POINT, Label.INDIRECT, Limits.NONE, new Coarseness(100))),
            new Zones(Applied.ZONES));

    /** Steele, Lea, Flood: OOPSLA 2014. The JDK's generator is the published one, so its numbers are the vectors. */
    @Test
    void a_sample_is_drawn_by_the_published_mixing_function() {
        Screen sample = screen("sample", "0.3");
        for (long seed = -5_000; seed < 5_000; seed++) {
            long chance = seed * GOLDEN_GAMMA + GOLDEN_GAMMA ^ SALT;

            assertThat(sample.passes(new Slots(1), "d", chance, NOW))
                    .isEqualTo(new SplittableRandom(seed * GOLDEN_GAMMA).nextDouble() < 0.3);
        }
    }

    @Test
    void a_share_is_not_part_of_itself() {
        double drawn = new SplittableRandom(0).nextDouble();

        assertThat(passes(Double.toString(drawn))).isFalse();
        assertThat(passes(Double.toString(Math.nextUp(drawn)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PT1.5S, 1499999999, false",
        "PT1.5S, 1500000000, true",
        "PT0.25S, 249999999, false",
        "PT0.25S, 250000000, true"
    })
    void a_duration_is_compared_with_its_fraction_of_a_second(String least, long nanos, boolean passes) {
        Slots reading = new Slots(1);
        reading.setObject(0, Duration.ofNanos(nanos));

        assertThat(screen("filter", "{stay: {atLeast: " + least + "}}")
                        .linkedTo(SHAPE)
                        .passes(reading, "d", 0, NOW))
                .isEqualTo(passes);
    }

    @Test
    void a_token_is_there_at_its_nanosecond() {
        Screen limit = screen("rate-limit", "{most: 1, per: PT0.5S}");
        Instant half = NOW.plusMillis(700);

        assertThat(limit.passes(new Slots(1), "d", 0, half)).isTrue();
        assertThat(limit.passes(new Slots(1), "d", 0, half.plusNanos(499_999_999)))
                .isFalse();
        assertThat(limit.passes(new Slots(1), "d", 0, half.plusNanos(500_000_000)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, P31D, true",
        "1, P31DT0.000000001S, false",
        "1000000, PT0.001S, true",
        "1000000, PT0.000999999S, false",
        "1000001, P1D, false"
    })
    void a_rate_has_at_least_a_nanosecond_a_record_and_at_most_31_days(int most, String per, boolean isSound) {
        String argument = "{most: " + most + ", per: " + per + "}";

        assertThat(kind("rate-limit").parse(Written.argument(argument)).sound().isPresent())
                .isEqualTo(isSound);
    }

    /** Looking through ten thousand devices for each record of an eleventh thousand would be an attack's lever. */
    @Test
    void buckets_are_looked_through_once_a_second() {
        Screen limit = screen("rate-limit", "{most: 1, per: PT0.5S}");
        for (int i = 0; i < TokenBuckets.MOST_DEVICES; i++) {
            limit.passes(new Slots(1), "d" + i, 0, NOW);
        }

        assertThat(limit.passes(new Slots(1), "late", 0, NOW)).isFalse();
        assertThat(limit.passes(new Slots(1), "late", 0, NOW.plusMillis(999))).isFalse();
        assertThat(limit.passes(new Slots(1), "late", 0, NOW.plusMillis(1_000))).isTrue();
    }

    @Test
    void what_counts_remembers_and_what_looks_does_not() {
        assertThat(screen("rate-limit", "{most: 1, per: PT1S}").remembers()).isTrue();
        assertThat(screen("sample", "{every: 2}").remembers()).isTrue();
        assertThat(screen("sample", "0.5").remembers()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"filter, FILTERED, dpv:Filter", "sample, SAMPLED_OUT, dpv:Screen", "rate-limit, OVER_RATE, dpv:Screen"})
    void each_counts_what_it_holds_back_under_its_own_reason(String operator, Reason reason, String dpv) {
        assertThat(kind(operator).reason()).isEqualTo(reason);
        assertThat(kind(operator).facts().dpv()).isEqualTo(dpv);
        assertThat(kind(operator).facts().takes()).isEmpty();
        assertThat(kind(operator).facts().delay()).isZero();
    }

    @Test
    void a_filter_names_the_zones_of_all_its_conditions() {
        assertThat(kind("filter")
                        .parse(Written.argument("{place: {in: [harbour, old-town]}, stay: {atLeast: PT1S}}"))
                        .sound()
                        .orElseThrow()
                        .zones())
                .containsExactlyInAnyOrder("harbour", "old-town");
    }

    private static boolean passes(String share) {
        return screen("sample", share).passes(new Slots(1), "d", GOLDEN_GAMMA ^ SALT, NOW);
    }

    private static ScreenKind kind(String operator) {
        return new Operators().screen(operator).orElseThrow();
    }

    private static Screen screen(String operator, String argument) {
        return ((ScreenKind.Fit.Fits) kind(operator)
                        .parse(Written.argument(argument))
                        .sound()
                        .orElseThrow()
                        .fit(SETTING))
                .maker()
                .apply(SALT);
    }
}
