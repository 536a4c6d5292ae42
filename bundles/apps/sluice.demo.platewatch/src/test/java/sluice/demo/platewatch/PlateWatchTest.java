package sluice.demo.platewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.app.api.Application;
import sluice.testkit.ManualClock;
import sluice.testkit.app.AppContract;
import sluice.testkit.app.AppRun;

class PlateWatchTest extends AppContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    protected Application application() {
        return new PlateWatch();
    }

    @Override
    protected List<Record> samples(Instant now) {
        return List.of(new PlateSeen("CKTR428", "king-st-w/3", now));
    }

    /** The demonstration is worth nothing if it asks for something else. */
    @Test
    void it_asks_for_the_plate() {
        assertThat(PlateSeen.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .contains("plate");
        assertThat(application().manifest().purpose()).isEqualTo("traffic-planning");
    }

    /** Only a positive control, with a policy that wrongly releases plates, ever gets this far; even then nothing is kept. */
    @Test
    void a_plate_that_should_not_have_come_is_noted_and_not_kept() {
        AppRun run = new AppRun(application(), ManualClock.at(NOON));
        samples(NOON).forEach(run::tell);
        assertThat(run.notes()).containsEntry("plates-received", 1L);
        assertThat(run.state()).isEmpty();
    }
}
