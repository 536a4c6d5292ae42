package sluice.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.StoreTerms;
import sluice.store.internal.sql.Row;

class DeadlinesTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:07:30.123Z");

    @Test
    void a_step_is_at_most_a_24th_of_the_whole() {
        assertThat(Deadlines.step(Duration.ofMinutes(1).toMillis())).isEqualTo(1_000);
        assertThat(Deadlines.step(Duration.ofHours(1).toMillis())).isEqualTo(60_000);
        assertThat(Deadlines.step(Duration.ofDays(1).toMillis())).isEqualTo(3_600_000);
        assertThat(Deadlines.step(Duration.ofDays(30).toMillis())).isEqualTo(86_400_000);
        assertThat(Deadlines.step(Duration.ofDays(3_650).toMillis())).isEqualTo(7 * 86_400_000L);
    }

    /** Never longer than allowed, and never shorter by more than a 24th, or a second. */
    @Test
    void any_retention_is_kept_strictly() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long atMost =
                    1 + (long) (random.nextDouble() * Duration.ofDays(1_000).toMillis());
            Instant now = NOW.plusMillis(random.nextInt(1_000_000_000));
            long lived = Deadlines.span(now, StoreTerms.of(Label.DIRECT, Duration.ofMillis(atMost)), Instant.EPOCH)
                            .deadline()
                    - now.toEpochMilli();
            assertThat(lived).isBetween(atMost - Math.max(1_000, atMost / 24), atMost);
        }
    }

    @Test
    void a_least_time_is_kept_strictly_too() {
        Row.Span span = Deadlines.span(
                NOW, new StoreTerms(Label.DIRECT, Set.of(), Duration.ofDays(30), Duration.ofDays(365)), Instant.EPOCH);

        assertThat(span.deadline() - NOW.toEpochMilli())
                .isBetween(
                        Duration.ofDays(365).toMillis(),
                        Duration.ofDays(365 + 8).toMillis());
    }

    @Test
    void nothing_is_kept_longer_than_a_hundred_years_whatever_is_asked_for() {
        Row.Span span = Deadlines.span(NOW, StoreTerms.of(Label.DIRECT, Duration.ofDays(1_000_000)), Instant.MAX);

        assertThat(span.deadline() - NOW.toEpochMilli())
                .isLessThanOrEqualTo(StoreTerms.LONGEST.plusDays(8).toMillis());
    }
}
