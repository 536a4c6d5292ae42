package sluice.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;

class HealthWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Frame FRAME = Frame.of(new byte[0], NOON);

    private final HealthWatch watch = new HealthWatch("bin-017", Known.DISTANCE);

    @Test
    void a_fact_about_the_device_is_told_when_it_is_new_or_has_changed() {
        assertThat(told(Facts.none().say(Known.BATTERY_VOLTS, 3.6).say(Known.TEMPERATURE, 20)))
                .containsExactly("battery-voltage 3.6");
        assertThat(told(Facts.none().say(Known.BATTERY_VOLTS, 3.6))).isEmpty();
        assertThat(told(Facts.none().say(Known.BATTERY_VOLTS, 3.5))).containsExactly("battery-voltage 3.5");
    }

    @Test
    void a_fault_is_told_when_it_comes_and_when_it_goes() {
        assertThat(told(Facts.none().say(Known.FAULT, 0))).isEmpty();
        assertThat(told(Facts.none().say(Known.FAULT, 7))).containsExactly("fault 7.0");
        assertThat(told(Facts.none().say(Known.FAULT, 0))).containsExactly("fault 0.0");
    }

    @Test
    void a_value_that_does_not_move_for_48_readings_is_stuck() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            all.addAll(told(Facts.none().say(Known.DISTANCE, 450)));
        }
        assertThat(all).containsExactly("stuck 48.0");
        assertThat(told(Facts.none().say(Known.DISTANCE, 451))).isEmpty();
    }

    @Test
    void a_clock_may_be_a_minute_off() {
        long now = NOON.getEpochSecond();
        assertThat(told(Facts.none().say(Known.CLOCK, now - 60))).isEmpty();
        assertThat(told(Facts.none().say(Known.CLOCK, now - 61))).containsExactly("clock-drift 61.0");
        assertThat(told(Facts.none().say(Known.CLOCK, now + 3_600))).containsExactly("clock-drift -3600.0");
    }

    @Test
    void silence_is_told_after_25_hours_and_again_after_25_more() {
        watch.read(FRAME, Facts.none());
        assertThat(watch.tick(NOON.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(text(watch.tick(NOON.plus(Duration.ofHours(25))))).containsExactly("silent-hours 25.0");
        assertThat(watch.tick(NOON.plus(Duration.ofHours(26)))).isEmpty();
        assertThat(watch.tick(NOON.plus(Duration.ofHours(50)))).hasSize(1);
    }

    @Test
    void frames_that_could_not_be_true_are_told_by_the_minute() {
        watch.implausible();
        watch.implausible();
        assertThat(text(watch.tick(NOON))).containsExactly("out-of-range 2.0");
        assertThat(watch.tick(NOON.plusSeconds(60))).isEmpty();
    }

    private List<String> told(Facts facts) {
        return text(watch.read(FRAME, facts));
    }

    private static List<String> text(List<Reading> readings) {
        return readings.stream()
                .map(reading -> (HealthReading) reading.values())
                .map(health -> health.kind() + " " + health.value())
                .toList();
    }
}
