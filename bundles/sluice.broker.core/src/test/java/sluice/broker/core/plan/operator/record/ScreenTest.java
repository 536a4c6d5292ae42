package sluice.broker.core.plan.operator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
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
import sluice.driver.spi.Point;

final class ScreenTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final int RECORDS = 100_000;
    private static final List<ValueType> TYPES = List.of(
            ValueType.LONG, ValueType.DOUBLE, ValueType.DURATION, ValueType.TEXT, ValueType.BOOLEAN, ValueType.POINT);
    private static final Shape SHAPE = new Shape(TYPES.stream()
            .map(type -> new Component(type.toString(), type, Object.class, Object.class))
            .toList());
    private static final Setting SETTING = new Setting(stream(), new Zones(Applied.ZONES));

    @ParameterizedTest
    @CsvSource({
        "'{long: {atLeast: 50}}', true",
        "'{long: {atLeast: 51}}', false",
        "'{long: {below: 50}}', false",
        "'{long: {atLeast: 50, below: 51}}', true",
        "'{double: {atLeast: -0.5, below: 0.5}}', true",
        "'{double: {below: 0}}', false",
        "'{duration: {atLeast: PT1H}}', true",
        "'{duration: {below: PT1H30M}}', false",
        "'{text: {oneOf: [car, van]}}', true",
        "'{text: {oneOf: [Car]}}', false",
        "'{text: {noneOf: [van]}}', true",
        "'{text: {noneOf: [van, car]}}', false",
        "'{boolean: {is: true}}', true",
        "'{boolean: {is: false}}', false",
        "'{point: {in: [old-town, harbour]}}', true",
        "'{point: {in: [harbour]}}', false",
        "'{point: {outside: [harbour]}}', true",
        "'{point: {outside: [old-town]}}', false",
        "'{long: {atLeast: 50}, text: {oneOf: [car]}}', true",
        "'{long: {atLeast: 50}, text: {oneOf: [van]}}', false",
    })
    void a_record_passes_a_filter_if_every_field_is_as_it_has_to_be(String condition, boolean passes) {
        assertThat(passes("filter", condition, record())).isEqualTo(passes);
    }

    /** In doubt a record stays here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{long: {atLeast: -1e300}}",
                "{text: {noneOf: [van]}}",
                "{point: {outside: [harbour]}}",
                "{boolean: {is: false}}"
            })
    void what_is_absent_passes_no_filter(String condition) {
        assertThat(passes("filter", condition, new Slots(SHAPE.size()))).isFalse();
        assertThat(screen("filter", condition).linkedTo(new Shape(List.of())).passes(record(), "d", 1, NOW))
                .isFalse();
        assertThat(screen("filter", condition).passes(record(), "d", 1, NOW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "filter, ''",
        "filter, 5",
        "filter, '{}'",
        "filter, '{long: 5}'",
        "filter, '{long: {}}'",
        "filter, '{long: {atLeast: 5, below: 5}}'",
        "filter, '{long: {atLeast: 5, below: PT1H}}'",
        "filter, '{long: {above: 5}}'",
        "filter, '{text: {oneOf: []}}'",
        "filter, '{text: {oneOf: [a], noneOf: [b]}}'",
        "filter, '{boolean: {is: maybe}}'",
        "sample, 0",
        "sample, 1.1",
        "sample, -0.5",
        "sample, '{every: 0}'",
        "sample, '{every: 1.5}'",
        "rate-limit, 5",
        "rate-limit, '{most: 5}'",
        "rate-limit, '{most: 0, per: PT1H}'",
        "rate-limit, '{most: 5, per: PT0S}'",
        "rate-limit, '{most: 5, per: P32D}'",
        "rate-limit, '{most: 5, per: 60}'",
    })
    void what_makes_no_sense_says_what_would(String operator, String argument) {
        ScreenKind kind = new Operators().screen(operator).orElseThrow();
        assertThat(kind.parse(Written.argument(argument)).fault())
                .get(InstanceOfAssertFactories.STRING)
                .startsWith("`" + operator + "` takes ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{nowhere: {atLeast: 5}}",
                "{text: {atLeast: 5}}",
                "{duration: {atLeast: 5}}",
                "{long: {atLeast: PT1H}}",
                "{long: {oneOf: [a]}}",
                "{text: {is: true}}",
                "{long: {in: [harbour]}}",
                "{point: {in: [moon]}}"
            })
    void a_condition_has_to_fit_its_field(String condition) {
        ScreenKind.Fit fit = new Operators()
                .screen("filter")
                .flatMap(kind -> kind.parse(Written.argument(condition)).sound())
                .orElseThrow()
                .fit(SETTING);
        assertThat(fit).isInstanceOf(ScreenKind.Fit.Unfit.class);
    }

    /** Every field is INDIRECT here, and de-identified from 100 on; the long runs from 0 to 250. */
    @ParameterizedTest
    @CsvSource({
        "filter, '{long: {atLeast: 100}}', DEIDENTIFIED",
        "filter, '{long: {atLeast: 200}}', INDIRECT",
        "filter, '{long: {atLeast: 100, below: 150}}', INDIRECT",
        "filter, '{double: {atLeast: 200}}', DEIDENTIFIED",
        "filter, '{double: {atLeast: 200, below: 299}}', INDIRECT",
        "filter, '{text: {oneOf: [a, b]}}', INDIRECT",
        "filter, '{boolean: {is: true}}', INDIRECT",
        "filter, '{point: {in: [harbour]}}', DEIDENTIFIED",
        "filter, '{long: {atLeast: 100}, boolean: {is: true}}', INDIRECT",
        "sample, 0.1, NONPERSONAL",
        "rate-limit, '{most: 1, per: PT1H}', NONPERSONAL",
    })
    void that_a_record_passes_tells_of_it(String operator, String argument, Label expected) {
        assertThat(fit(operator, argument).label()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 0.5, 1})
    void a_sample_has_its_share_of_the_readings_and_decides_alike_each_time(double share) {
        SplittableRandom ids = new SplittableRandom(12);
        Screen sample = screen("sample", Double.toString(share));
        int passed = 0;
        for (int i = 0; i < RECORDS; i++) {
            long id = ids.nextLong();
            boolean passes = sample.passes(record(), "d", id, NOW);
            passed += passes ? 1 : 0;
            assertThat(sample.passes(record(), "e", id, NOW.plusSeconds(1))).isEqualTo(passes);
        }
        double noise = 4 * Math.sqrt(RECORDS * share * (1 - share));
        assertThat((double) passed).isCloseTo(RECORDS * share, Offset.offset(noise));
    }

    /** Otherwise two recipients could join what they were told. */
    @Test
    void samples_of_two_flows_are_independent() {
        SplittableRandom ids = new SplittableRandom(13);
        Screen one = fit("sample", "0.1").maker().apply(1);
        Screen other = fit("sample", "0.1").maker().apply(2);
        int both = 0;
        for (int i = 0; i < RECORDS; i++) {
            long id = ids.nextLong();
            both += one.passes(record(), "d", id, NOW) && other.passes(record(), "d", id, NOW) ? 1 : 0;
        }
        assertThat(both).isBetween(850, 1_150);
    }

    @Test
    void every_third_record_of_each_device_passes_beginning_with_its_first() {
        Screen third = screen("sample", "{every: 3}");
        for (int i = 0; i < 12; i++) {
            assertThat(third.passes(record(), "a", 0, NOW)).isEqualTo(i % 3 == 0);
            assertThat(third.passes(record(), "b", 0, NOW)).isEqualTo(i % 3 == 0);
        }
    }

    @Test
    void devices_beyond_the_memory_are_counted_together() {
        Screen second = screen("sample", "{every: 2}");
        for (int i = 0; i < EveryNth.MOST_DEVICES; i++) {
            assertThat(second.passes(record(), "d" + i, 0, NOW)).isTrue();
        }
        assertThat(second.passes(record(), "late-1", 0, NOW)).isTrue();
        assertThat(second.passes(record(), "late-2", 0, NOW)).isFalse();
        assertThat(second.passes(record(), "d0", 0, NOW)).isFalse();
    }

    @Test
    void so_many_pass_at_once_and_then_one_whenever_there_is_a_token() {
        Screen limit = screen("rate-limit", "{most: 4, per: PT1H}");
        for (int i = 0; i < 4; i++) {
            assertThat(limit.passes(record(), "d", 0, NOW)).isTrue();
        }
        assertThat(limit.passes(record(), "d", 0, NOW)).isFalse();
        assertThat(limit.passes(record(), "other", 0, NOW)).isTrue();
        assertThat(limit.passes(record(), "d", 0, NOW.plusSeconds(899))).isFalse();
        assertThat(limit.passes(record(), "d", 0, NOW.plusSeconds(900))).isTrue();
        assertThat(limit.passes(record(), "d", 0, NOW.plusSeconds(901))).isFalse();
    }

    /** The buckets against a bucket written down as it is described, in whole tokens and nanoseconds. */
    @Test
    void a_bucket_does_what_a_bucket_of_tokens_does() {
        SplittableRandom random = new SplittableRandom(14);
        for (int round = 0; round < 50; round++) {
            int most = random.nextInt(1, 6);
            Screen limit = screen("rate-limit", "{most: " + most + ", per: PT" + most * 10 + "S}");
            Deque<Long> taken = new ArrayDeque<>();
            double tokens = most;
            long last = 0;
            for (long now = 0; now < 2_000; now += random.nextInt(0, 12)) {
                tokens = Math.min(most, tokens + (now - last) / 10.0);
                last = now;
                boolean isThere = tokens >= 1 - 1e-9;
                tokens -= isThere ? 1 : 0;
                assertThat(limit.passes(record(), "d", 0, NOW.plusSeconds(now))).isEqualTo(isThere);
                if (isThere) {
                    taken.add(now);
                }
            }
            assertThat(taken).hasSizeLessThanOrEqualTo(most + 200);
        }
    }

    @Test
    void a_clock_that_is_set_back_costs_one_token_and_no_more() {
        Screen limit = screen("rate-limit", "{most: 2, per: PT20S}");
        limit.passes(record(), "d", 0, NOW);
        Instant before = NOW.minus(Duration.ofDays(1));
        assertThat(limit.passes(record(), "d", 0, before)).isFalse();
        assertThat(limit.passes(record(), "d", 0, before.plusSeconds(10))).isTrue();
        assertThat(limit.passes(record(), "d", 0, before.plusSeconds(60))).isTrue();
    }

    @Test
    void the_memory_is_bounded_and_what_is_full_again_is_forgotten() {
        Screen limit = screen("rate-limit", "{most: 1, per: PT1M}");
        for (int i = 0; i < TokenBuckets.MOST_DEVICES; i++) {
            assertThat(limit.passes(record(), "d" + i, 0, NOW)).isTrue();
        }
        assertThat(limit.passes(record(), "late", 0, NOW)).isFalse();
        assertThat(limit.passes(record(), "late", 0, NOW.plusSeconds(59))).isFalse();
        assertThat(limit.passes(record(), "late", 0, NOW.plusSeconds(60))).isTrue();
        assertThat(limit.passes(record(), "d0", 0, NOW.plusSeconds(60))).isTrue();
    }

    private static boolean passes(String operator, String argument, Slots record) {
        return screen(operator, argument).linkedTo(SHAPE).passes(record, "d", 1, NOW);
    }

    private static Screen screen(String operator, String argument) {
        return fit(operator, argument).maker().apply(1);
    }

    private static ScreenKind.Fit.Fits fit(String operator, String argument) {
        return (ScreenKind.Fit.Fits) new Operators()
                .screen(operator)
                .flatMap(kind -> kind.parse(Written.argument(argument)).sound())
                .orElseThrow()
                .fit(SETTING);
    }

    private static Slots record() {
        Slots slots = new Slots(SHAPE.size());
        slots.setLong(0, 50);
        slots.setDouble(1, 0.0);
        slots.setObject(2, Duration.ofMinutes(90));
        slots.setObject(3, "car");
        slots.setBoolean(4, true);
        slots.setObject(5, new Point(43.655, -79.385));
        return slots;
    }

    private static CatalogueStream stream() {
        return Town.stream(
                "town.any",
                Accuracy.ANY,
                TYPES.stream()
                        .map(type ->
                                Town.field(type.toString(), type, Label.INDIRECT, limits(type), new Coarseness(100)))
                        .toArray(CatalogueField[]::new));
    }

    private static Limits limits(ValueType type) {
        return Map.of(ValueType.LONG, new Limits(0, 250, 1)).getOrDefault(type, Limits.NONE);
    }
}
