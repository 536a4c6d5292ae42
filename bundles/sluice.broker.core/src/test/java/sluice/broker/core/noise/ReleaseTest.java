package sluice.broker.core.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;

final class ReleaseTest {
    private static final PrivacyLoss TENTH = PrivacyLoss.of("0.1", "0");

    private final NoiseSource source = Draws.seeded(1);
    private final NoisyCount count = new NoisyCount(source, new Mechanism.Laplace(TENTH), 1);

    /** Ten tenths are one: sums of losses are exact, as ten times 0.1 in doubles is not. */
    @Test
    void a_budget_of_one_pays_for_ten_tenths_and_not_for_eleven() {
        Purse purse = new Accounts().purse(PrivacyLoss.of("1", "0"));
        for (int i = 0; i < 10; i++) {
            assertThat(count.release(100, purse, Accounts.NOON)).isInstanceOf(Told.Number.class);
        }
        assertThat(count.release(100, purse, Accounts.NOON)).isEqualTo(Told.REFUSED);
        assertThat(purse.spent(Accounts.NOON)).isEqualTo(PrivacyLoss.of("1", "0"));
    }

    @Test
    void the_next_epoch_has_a_budget_of_its_own() {
        Purse purse = new Accounts().purse(TENTH);
        assertThat(count.release(1, purse, Accounts.NOON)).isInstanceOf(Told.Number.class);
        assertThat(count.release(1, purse, Accounts.NOON)).isEqualTo(Told.REFUSED);
        assertThat(count.release(1, purse, Accounts.NOON.plus(Duration.ofDays(1))))
                .isInstanceOf(Told.Number.class);
    }

    @Test
    void without_accounts_nothing_is_released() {
        Purse purse = new Purse(Budgets.NONE, "s", "r", new Purse.Terms(Accounts.DAYS, TENTH));
        NoisySum sum = new NoisySum(source, new Mechanism.Laplace(TENTH), Clamp.of(0, 1, 0.1), 1);
        NoisyMean mean = new NoisyMean(source, new Mechanism.Laplace(TENTH), Clamp.of(0, 1, 0.1), 1);
        assertThat(count.release(1, purse, Accounts.NOON)).isEqualTo(Told.REFUSED);
        assertThat(count.release(new long[] {1, 2}, purse, Accounts.NOON)).containsOnly(Told.REFUSED);
        assertThat(sum.release(1, purse, Accounts.NOON)).isEqualTo(Told.REFUSED);
        assertThat(mean.release(1, 1, purse, Accounts.NOON)).isEqualTo(Told.REFUSED);
    }

    /** One car of a million kilometres an hour moves the sum by no more than the bound. */
    @Test
    void one_contribution_counts_no_more_than_its_bound() {
        Clamp speed = Clamp.of(0, 130, 0.5);
        assertThat(speed.grains(1e300)).isEqualTo(260);
        assertThat(speed.grains(-1e300)).isZero();
        assertThat(speed.grains(49.9)).isEqualTo(100);
    }

    @Test
    void means_stay_within_their_bounds_whatever_the_noise() {
        NoisyMean mean =
                new NoisyMean(source, new Mechanism.Laplace(PrivacyLoss.of("0.001", "0")), Clamp.of(-5, 5, 1), 3);
        for (int i = 0; i < 1_000; i++) {
            assertThat(mean.release(0, 0, Accounts.RICH, Accounts.NOON))
                    .asInstanceOf(InstanceOfAssertFactories.type(Told.Number.class))
                    .satisfies(told -> assertThat(told.value()).isBetween(-5.0, 5.0));
        }
    }

    @Test
    void noise_never_leaves_a_long() {
        Mechanism wild = new Mechanism.Laplace(new PrivacyLoss(1, 0));
        for (int i = 0; i < 100; i++) {
            assertThat(wild.noisy(Long.MAX_VALUE, 1, source)).isGreaterThan(Long.MAX_VALUE / 2);
            assertThat(wild.noisy(Long.MIN_VALUE, 1, source)).isLessThan(Long.MIN_VALUE / 2);
        }
    }

    /** Bun and Steinke's bound, from rho back to epsilon. */
    @Test
    void gaussian_noise_has_the_variance_that_epsilon_and_delta_ask_for() {
        Mechanism.Gaussian gaussian = new Mechanism.Gaussian(PrivacyLoss.of("0.7", "0.000001"));
        double rho = gaussian.concentrated();
        assertThat(rho + 2 * Math.sqrt(rho * Math.log(1e6))).isCloseTo(0.7, within(1e-12));
        assertThat(gaussian.variance(3).toDouble()).isCloseTo(9 / (2 * rho), within(1e-2));
        assertThat(gaussian.variance(3).toDouble()).isGreaterThan(9 / (2 * rho));
    }

    @Test
    void a_mechanism_that_protects_nobody_is_refused() {
        assertThatThrownBy(() -> new Mechanism.Laplace(PrivacyLoss.NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mechanism.Laplace(PrivacyLoss.of("1", "0.1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mechanism.Gaussian(PrivacyLoss.of("1", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mechanism.Laplace(TENTH).noisy(0, 0, source))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
