package sluice.app.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FillTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void rate_is_the_mean_rise_in_an_hour() {
        Fill fill = Fill.first(0.1, START, "a").then(0.2, hours(5), "b").then(0.4, hours(10), "c");
        assertThat(fill.ratePerHour()).isCloseTo(0.03, within(1e-12));
    }

    /** Readings of one centimetre's noise, a minute apart, would forecast anything if each gap counted the same. */
    @Test
    void noise_of_frequent_readings_cancels_out() {
        Random random = new Random(7);
        Fill fill = Fill.first(0.1, START, "0");
        for (int minute = 1; minute <= 24 * 60; minute++) {
            double level = 0.1 + 0.01 * minute / 60 + (random.nextDouble() - 0.5) * 0.02;
            fill = fill.then(level, START.plus(Duration.ofMinutes(minute)), Integer.toString(minute));
        }
        assertThat(fill.ratePerHour()).isCloseTo(0.01, within(0.002));
    }

    @Test
    void rate_follows_a_change_within_days() {
        Fill fill = Fill.first(0, START, "0");
        for (int hour = 1; hour <= 240; hour++) {
            double perHour = hour <= 120 ? 0.001 : 0.004;
            fill = fill.then(fill.level() + perHour, hours(hour), Integer.toString(hour));
        }
        assertThat(fill.ratePerHour()).isCloseTo(0.004, within(0.0005));
    }

    @Test
    void an_emptying_is_no_negative_rate_and_begins_a_new_cycle() {
        Fill full = Fill.first(0.1, START, "a").then(0.85, hours(50), "b").told();
        Fill emptied = full.then(0.05, hours(51), "c");
        assertThat(emptied.ratePerHour()).isEqualTo(full.ratePerHour());
        assertThat(emptied.announced()).isFalse();
        assertThat(emptied.peak()).isEqualTo(0.05);
    }

    /** The sensor may see the container half emptied, between two bags. */
    @Test
    void an_emptying_in_two_steps_is_one_too() {
        Fill full = Fill.first(0.9, START, "a").told();
        assertThat(full.then(0.7, hours(1), "b").announced()).isTrue();
        assertThat(full.then(0.7, hours(1), "b").then(0.5, hours(2), "c").announced())
                .isFalse();
    }

    @Test
    void an_early_emptying_is_no_negative_rate_either() {
        Fill filling = Fill.first(0.0, START, "a").then(0.2, hours(10), "b");
        assertThat(filling.then(0.02, hours(11), "c").ratePerHour()).isEqualTo(filling.ratePerHour());
    }

    @Test
    void compaction_does_not_make_the_rate_negative() {
        Fill fill = Fill.first(0.6, START, "a").then(0.45, hours(1), "b");
        assertThat(fill.ratePerHour()).isZero();
    }

    @Test
    void a_forecast_needs_six_hours_of_history() {
        Fill early = Fill.first(0.1, START, "a").then(0.4, hours(5), "b");
        Fill later = early.then(0.46, hours(6), "c");
        assertThat(early.due(hours(5))).isEmpty();
        assertThat(later.due(hours(6)))
                .hasValueSatisfying(due -> assertThat(due)
                        .isCloseTo(hours(6).plus(Duration.ofMinutes(340)), within(Duration.ofSeconds(1))));
    }

    @Test
    void a_silent_container_is_not_forecast() {
        Fill fill = Fill.first(0.1, START, "a").then(0.4, hours(10), "b");
        assertThat(fill.due(hours(11))).isPresent();
        assertThat(fill.due(hours(10 + 73))).isEmpty();
    }

    @Test
    void readings_of_one_instant_replace_each_other_without_a_rate() {
        Fill fill = Fill.first(0.1, START, "a").then(0.2, START, "b");
        assertThat(fill.level()).isEqualTo(0.2);
        assertThat(fill.ratePerHour()).isZero();
    }

    private static Instant hours(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
