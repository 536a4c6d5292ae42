package sluice.testkit.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** A contract that nobody can break proves nothing: each bad habit here must be caught by its test. */
class AppContractTest {
    private record Seen(double value, Instant observed) {}

    private record Unsupported(float value) {}

    private record Habit(Function<Seen, List<Effect>> habit) implements Application {
        @Override
        public Manifest manifest() {
            return Manifest.forPurpose("testing").needs("test.seen", Seen.class);
        }

        @Override
        public List<Effect> on(Observation observation, Context context) {
            return habit.apply((Seen) observation.values());
        }
    }

    private static final class Contract extends AppContract {
        private final Function<Seen, List<Effect>> habit;

        Contract(Function<Seen, List<Effect>> habit) {
            this.habit = habit;
        }

        @Override
        protected Application application() {
            return new Habit(habit);
        }

        @Override
        protected List<Record> samples(Instant now) {
            return List.of(new Seen(0.5, now));
        }
    }

    @Test
    void a_good_application_passes() {
        Contract contract = new Contract(seen -> List.of(new Effect.Put("last", seen), new Effect.Note("seen", 1)));
        assertThatCode(() -> {
                    contract.says_the_same_of_itself_every_time();
                    contract.names_a_purpose_and_streams_as_the_catalogue_does();
                    contract.asks_for_and_publishes_records_that_can_cross_the_line();
                    contract.answers_ordinary_observations_with_effects_that_can_be_carried_out();
                    contract.answers_the_same_history_the_same_way();
                    contract.survives_repeats_and_a_clock_that_jumps();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void arithmetic_that_only_works_on_likely_instants_is_caught() {
        Contract contract = new Contract(
                seen -> List.of(new Effect.Note("seen", seen.observed().toEpochMilli())));
        assertThatThrownBy(contract::survives_the_least_likely_observations)
                .isInstanceOfAny(ArithmeticException.class, NullPointerException.class);
    }

    @Test
    void state_that_can_not_be_kept_is_caught() {
        Contract contract = new Contract(seen -> List.of(new Effect.Put("last", new Unsupported(1))));
        assertThatThrownBy(contract::answers_ordinary_observations_with_effects_that_can_be_carried_out)
                .hasMessageContaining("Unsupported.value");
    }

    @Test
    void a_code_built_from_an_observation_is_caught() {
        Contract contract = new Contract(seen -> List.of(new Effect.Note("Value " + seen.value(), 1)));
        assertThatThrownBy(contract::answers_ordinary_observations_with_effects_that_can_be_carried_out)
                .hasMessageContaining("no code");
    }

    /** The array stands for a field that a restart would lose. */
    @Test
    void memory_outside_the_state_is_caught() {
        long[] count = new long[1];
        Contract contract = new Contract(seen -> List.of(new Effect.Note("seen", count[0]++)));
        assertThatThrownBy(contract::answers_the_same_history_the_same_way).isInstanceOf(AssertionError.class);
    }
}
