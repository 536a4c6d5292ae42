package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.broker.core.flow.Corridor.Count;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.model.Window;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.rehearsal.RehearsalBudgets;

/** Windows with noise, and a budget that refuses when it is spent. */
final class NoisyWindowTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Corridor corridor = new Corridor(Corridor.TEN);

    /** Epsilon 1 of 10 a window: the eleventh window of the day is void, and the next day's first is told. */
    @Test
    void a_spent_budget_refuses_until_the_next_epoch() {
        corridor.budgets = new RehearsalBudgets();
        List<Long> told = told(11, noisy("1", "0", "10"));

        assertThat(told).hasSize(10);
        assertThat(corridor.ports.events).anyMatch(event -> event.contains("why=budget-spent"));

        corridor.now = Instant.parse("2026-05-05T00:00:00Z");
        told.addAll(more(1));
        assertThat(told).hasSize(11);
    }

    @Test
    void without_accounts_nothing_is_told() {
        corridor.budgets = Budgets.NONE;

        assertThat(told(3, noisy("1", "0", "10"))).isEmpty();
    }

    /** Laplace with scale 8 groups / epsilon: variance 2 scale², so that the mean of 400 is within 2.5 of the truth in all but one of 40,000 runs. */
    @Test
    void noise_has_the_scale_of_the_groups_that_one_subject_counts_in() {
        corridor.budgets = new RehearsalBudgets();
        List<Long> told = told(400, noisy("1", "0", "1000000"));

        double mean = told.stream().mapToLong(count -> count).average().orElseThrow();
        double variance = told.stream()
                .mapToDouble(count -> (count - mean) * (count - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(97.5, 102.5);
        assertThat(Math.sqrt(variance)).isBetween(0.75 * 8 * Math.sqrt(2), 1.3 * 8 * Math.sqrt(2));
    }

    @Test
    void with_a_delta_noise_is_gaussian() {
        corridor.budgets = new RehearsalBudgets();

        assertThat(told(200, noisy("1", "0.000001", "1000000")))
                .hasSize(200)
                .anyMatch(count -> count > 120)
                .anyMatch(count -> count < 80);
    }

    private static Window noisy(String epsilon, String delta, String most) {
        Window exact = Corridor.window("plate", 11);
        Window.Noise noise = new Window.Noise(
                PrivacyLoss.of(epsilon, delta),
                PrivacyLoss.of(most, "0.5"),
                new EpochRule(Duration.ofDays(1), ZoneOffset.UTC));
        return new Window(
                exact.length(),
                exact.lateness(),
                exact.idle(),
                exact.subject(),
                exact.atLeast(),
                exact.groupsPerSubject(),
                exact.diversity(),
                noise);
    }

    private List<Long> told(int windows, Window window) {
        corridor.start();
        corridor.join("planning", Count.class, Corridor.counts(window));
        return more(windows);
    }

    private List<Long> more(int windows) {
        corridor.ports.delivered.clear();
        for (int i = 0; i < windows; i++) {
            corridor.passMany(100, "king", corridor.now);
            corridor.until(corridor.now.plus(QUARTER));
        }
        corridor.until(corridor.now.plus(QUARTER));
        return new ArrayList<>(corridor.ports.delivered.stream()
                .map(delivery -> delivery.values().getLong(2))
                .toList());
    }
}
