package sluice.demo.advertising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.app.api.Application;
import sluice.testkit.ManualClock;
import sluice.testkit.app.AppContract;
import sluice.testkit.app.AppRun;

class AdvertisingTest extends AppContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    protected Application application() {
        return new Advertising();
    }

    @Override
    protected List<Record> samples(Instant now) {
        return List.of(new BinNearby("bin-017", 0.5, now), new CarNearby("king-st-w/3", now));
    }

    /** The refusal must come from the purpose, not from what is asked for. */
    @Test
    void it_asks_for_advertising_and_for_no_more_than_lawful_applications_do() {
        assertThat(application().manifest().purpose()).isEqualTo("advertising");
        assertThat(application().manifest().needs())
                .containsOnly(entry(BinNearby.class, "waste.container"), entry(CarNearby.class, "traffic.plate"));
    }

    @Test
    void what_should_not_have_come_is_noted_and_not_kept() {
        AppRun run = new AppRun(application(), ManualClock.at(NOON));
        samples(NOON).forEach(run::tell);
        assertThat(run.notes()).containsEntry("observations-received", 1L);
        assertThat(run.state()).isEmpty();
    }
}
