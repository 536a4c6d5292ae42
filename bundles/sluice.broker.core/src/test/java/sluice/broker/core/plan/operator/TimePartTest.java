package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.shape.Slots;

final class TimePartTest {
    private static final int INPUTS = 20_000;
    private static final Map<String, ChronoField> FIELDS = Map.of(
            "minute", ChronoField.MINUTE_OF_HOUR,
            "hour", ChronoField.HOUR_OF_DAY,
            "weekday", ChronoField.DAY_OF_WEEK,
            "day", ChronoField.DAY_OF_MONTH,
            "month", ChronoField.MONTH_OF_YEAR,
            "year", ChronoField.YEAR);

    @ParameterizedTest
    @CsvSource({
        // Toronto skips 2:00 to 3:00 on 8 March 2026, and repeats 1:00 to 2:00 on 1 November
        "hour, America/Toronto, 2026-03-08T06:59:59Z, 1",
        "hour, America/Toronto, 2026-03-08T07:00:00Z, 3",
        "hour, America/Toronto, 2026-11-01T05:59:59Z, 1",
        "hour, America/Toronto, 2026-11-01T06:00:00Z, 1",
        "hour, America/Toronto, 2026-11-01T07:00:00Z, 2",
        "weekday, America/Toronto, 2026-05-04T03:59:59Z, 7",
        "weekday, America/Toronto, 2026-05-04T04:00:00Z, 1",
        "day, America/Toronto, 2028-03-01T04:59:59Z, 29",
        "month, America/Toronto, 2026-05-01T03:59:59Z, 4",
        "year, UTC, 1969-12-31T23:59:59.999999999Z, 1969",
        "minute, Asia/Kathmandu, 2026-05-04T00:00:00Z, 45",
        "hour, -05:00, 2026-07-01T00:00:00Z, 19",
    })
    void a_part_is_what_a_clock_in_the_zone_shows(String part, String zone, Instant instant, long expected) {
        assertThat(part(part, zone).number(instant)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minute", "hour", "weekday", "day", "month", "year"})
    void a_part_is_the_one_of_the_calendar_everywhere(String name) {
        SplittableRandom random = new SplittableRandom(7);
        for (String zone : new String[] {"America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"}) {
            Applied part = part(name, zone);
            for (int i = 0; i < INPUTS; i++) {
                Instant instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 6_000_000_000L));
                assertThat(part.number(instant))
                        .isEqualTo(ZonedDateTime.ofInstant(instant, ZoneId.of(zone))
                                .getLong(FIELDS.getOrDefault(name, ChronoField.YEAR)));
            }
        }
    }

    /** The proof behind the label, by looking at every minute of years in which clocks are set. */
    @ParameterizedTest
    @CsvSource({
        "hour, America/Toronto, 3600",
        "weekday, America/Toronto, 82800",
        "hour, America/St_Johns, 3600",
        "day, Australia/Lord_Howe, 84600",
        "hour, Australia/Lord_Howe, 1800",
        "hour, Africa/Casablanca, 3600",
        "day, Asia/Tokyo, 86400",
    })
    void no_part_stays_the_same_for_less_time_than_its_label_is_lowered_by(String name, String zone, long seconds) {
        Applied part = part(name, zone);
        Instant instant = Instant.parse("2024-01-01T12:00:00Z");
        Instant end = Instant.parse("2027-01-01T12:00:00Z");
        Instant since = Instant.MIN;
        Duration shortest = Duration.ofDays(2);
        for (long last = part.number(instant); instant.isBefore(end); instant = instant.plusSeconds(60)) {
            long now = part.number(instant);
            if (now != last && since.isAfter(Instant.MIN)) {
                Duration lasted = Duration.between(since, instant);
                shortest = lasted.compareTo(shortest) < 0 ? lasted : shortest;
            }
            since = now == last ? since : instant;
            last = now;
        }
        assertThat(shortest.toSeconds()).isEqualTo(seconds);
        assertThat(label(name, zone, seconds)).isEqualTo(Label.DEIDENTIFIED);
        assertThat(label(name, zone, seconds + 1)).isEqualTo(Label.INDIRECT);
    }

    /** A slot holds a number or an object, and a recipient's record must not carry what it was made of. */
    @Test
    void nothing_is_left_of_the_instant_that_stood_in_the_slot() {
        OperatorKind.Fit fit = Applied.fit(
                "time-part",
                argument("hour", "UTC"),
                Applied.value(ValueType.INSTANT, Label.NONPERSONAL, Coarseness.NEVER));
        Slots slots = new Slots(1);
        slots.setObject(0, Instant.parse("2026-05-04T10:14:59Z"));
        ((OperatorKind.Fit.Fits) fit).operator().apply(slots, 0, slots, 0);

        assertThat(slots.getObject(0)).isNull();
        assertThat(slots.has(0)).isTrue();
        assertThat(slots.getLong(0)).isEqualTo(10);
    }

    @Test
    void a_duration_is_rounded_down_to_whole_intervals_also_below_nought() {
        Applied round = Applied.named("round-time", "PT15M", ValueType.DURATION);
        assertThat(round.to(Duration.parse("PT29M59.9S"))).isEqualTo(Duration.ofMinutes(15));
        assertThat(round.to(Duration.parse("-PT0.1S"))).isEqualTo(Duration.ofMinutes(-15));
        assertThat(round.to(Duration.ZERO)).isZero();
        assertThat(round.to(Duration.ofSeconds(Long.MIN_VALUE))).isEqualTo(Duration.ofSeconds(Long.MIN_VALUE));
        assertThat(round.to(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)).getSeconds())
                .isEqualTo(Long.MAX_VALUE - Long.MAX_VALUE % 900);
    }

    private static Applied part(String part, String zone) {
        return Applied.named("time-part", argument(part, zone), ValueType.INSTANT);
    }

    private static Label label(String part, String zone, long coarse) {
        OperatorKind.Fit fit = Applied.fit(
                "time-part",
                argument(part, zone),
                Applied.value(ValueType.INSTANT, Label.INDIRECT, new Coarseness(coarse)));
        return ((OperatorKind.Fit.Fits) fit).label();
    }

    private static String argument(String part, String zone) {
        return "{part: " + part + ", zone: \"" + zone + "\"}";
    }
}
