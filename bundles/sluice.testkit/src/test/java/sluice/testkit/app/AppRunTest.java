package sluice.testkit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;
import sluice.testkit.ManualClock;

class AppRunTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private record Seen(long value) {}

    private record Other(long value) {}

    /** Does whatever its test says, and remembers when it was woken. */
    private static final class Scripted implements Application {
        private final List<Effect> effects;
        private final List<Instant> woken = new ArrayList<>();

        Scripted(Effect... effects) {
            this.effects = List.of(effects);
        }

        @Override
        public Manifest manifest() {
            return Manifest.forPurpose("testing").needs("test.seen", Seen.class);
        }

        @Override
        public List<Effect> on(Observation observation, Context context) {
            return effects;
        }

        @Override
        public List<Effect> at(Instant due, Context context) {
            woken.add(context.now());
            return List.of();
        }
    }

    @Test
    void wakes_come_in_order_and_once_each() {
        Scripted scripted = new Scripted(
                new Effect.Wake(NOON.plusSeconds(20)),
                new Effect.Wake(NOON.plusSeconds(10)),
                new Effect.Wake(NOON.plusSeconds(20)));
        AppRun run = new AppRun(scripted, ManualClock.at(NOON));
        run.tell(new Seen(1));
        run.advanceTo(NOON.plusSeconds(60));
        assertThat(scripted.woken).containsExactly(NOON.plusSeconds(10), NOON.plusSeconds(20));
    }

    @Test
    void state_is_replaced_and_forgotten_by_key() {
        AppRun run = new AppRun(
                new Scripted(
                        new Effect.Put("a", new Seen(1)), new Effect.Put("b", new Seen(2)), new Effect.Delete("a")),
                ManualClock.at(NOON));
        run.tell(new Seen(1));
        assertThat(run.state()).containsOnlyKeys("b");
    }

    @Test
    void effects_of_one_call_happen_together_or_not_at_all() {
        AppRun run = new AppRun(
                new Scripted(new Effect.Put("a", new Seen(1)), new Effect.Publish(new Other(1))), ManualClock.at(NOON));
        assertThatThrownBy(() -> run.tell(new Seen(1))).hasMessageContaining("publishes Other undeclared");
        assertThat(run.state()).isEmpty();
    }

    @Test
    void an_observation_that_was_not_asked_for_is_not_delivered() {
        AppRun run = new AppRun(new Scripted(), ManualClock.at(NOON));
        assertThatThrownBy(() -> run.tell(new Other(1))).isInstanceOf(AssertionError.class);
    }
}
