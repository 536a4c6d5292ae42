package sluice.testkit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.app.api.Application;
import sluice.app.api.Manifest;
import sluice.testkit.Components;
import sluice.testkit.ManualClock;
import sluice.testkit.Purity;

/**
 * What the platform relies on from every application. Extend it, name the application and a few observations, and every test here runs.
 *
 * <p>The rule behind all of them: whatever it is told and whenever it is woken, it answers with effects that the platform can carry out.
 */
public abstract class AppContract {
    private static final long SEED = 20180413;
    private static final int EXTREME_OBSERVATIONS = 5_000;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** For those who extend it. */
    protected AppContract() {}

    /**
     * The application.
     *
     * @return a new one at each call
     */
    protected abstract Application application();

    /**
     * Ordinary observations, at least one for each need, observed shortly before {@code now}.
     *
     * @param now the platform's time
     * @return in the order of arrival
     */
    protected abstract List<Record> samples(Instant now);

    @Test
    void says_the_same_of_itself_every_time() {
        Application application = application();
        Manifest once = application.manifest();
        for (Manifest again : List.of(application.manifest(), application().manifest())) {
            assertThat(again.purpose()).isEqualTo(once.purpose());
            assertThat(again.needs()).isEqualTo(once.needs());
            assertThat(again.publishes()).isEqualTo(once.publishes());
        }
    }

    @Test
    void is_pure_code() {
        assertThat(Purity.faults(application().getClass())).isEmpty();
    }

    @Test
    void names_a_purpose_and_streams_as_the_catalogue_does() {
        Manifest manifest = application().manifest();
        List<String> streams = new ArrayList<>(manifest.needs().values());
        streams.addAll(manifest.publishes().values());
        assertThat(manifest.purpose()).matches("[a-z][a-z0-9-]*");
        assertThat(streams).isNotEmpty().allMatch(stream -> stream.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+"));
    }

    @Test
    void asks_for_and_publishes_records_that_can_cross_the_line() {
        Manifest manifest = application().manifest();
        assertThat(manifest.needs().keySet()).flatMap(Components::faults).isEmpty();
        assertThat(manifest.publishes().keySet()).flatMap(Components::faults).isEmpty();
    }

    @Test
    void answers_ordinary_observations_with_effects_that_can_be_carried_out() {
        AppRun run = run();
        List<Record> samples = samples(NOON);
        samples.forEach(run::tell);
        run.advanceTo(NOON.plus(Duration.ofDays(3)));
        assertThat(samples)
                .extracting(Object::getClass)
                .containsAll(application().manifest().needs().keySet());
    }

    @Test
    void answers_the_same_history_the_same_way() {
        AppRun one = run();
        AppRun other = run();
        for (Record sample : samples(NOON)) {
            assertThat(one.tell(sample)).isEqualTo(other.tell(sample));
        }
        assertThat(one.state()).isEqualTo(other.state());
    }

    /** After a crash the platform may say something twice, and its thread may be late or early. */
    @Test
    void survives_repeats_and_a_clock_that_jumps() {
        ManualClock clock = ManualClock.at(NOON);
        AppRun run = new AppRun(application(), clock);
        for (Duration jump : List.of(Duration.ZERO, Duration.ofDays(-2), Duration.ofDays(400), Duration.ofDays(-1))) {
            clock.advance(jump);
            samples(NOON).forEach(sample -> run.tell("0".repeat(32), sample));
        }
        run.advanceTo(NOON.plus(Duration.ofDays(500)));
    }

    @Test
    void survives_the_least_likely_observations() {
        AppRun run = run();
        Extremes extremes = new Extremes(SEED);
        List<Class<? extends Record>> needs =
                List.copyOf(application().manifest().needs().keySet());
        for (int i = 0; i < EXTREME_OBSERVATIONS; i++) {
            Record extreme = extremes.record(needs.get(i % needs.size()), NOON);
            if (extreme != null) {
                run.tell(extreme);
            }
        }
        run.advanceTo(NOON.plus(Duration.ofDays(2)));
    }

    private AppRun run() {
        return new AppRun(application(), ManualClock.at(NOON));
    }
}
