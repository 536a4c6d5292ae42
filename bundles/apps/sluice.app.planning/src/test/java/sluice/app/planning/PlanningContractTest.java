package sluice.app.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sluice.app.api.Application;
import sluice.testkit.app.AppContract;

class PlanningContractTest extends AppContract {
    @Override
    protected Application application() {
        return new TrafficPlanning();
    }

    @Override
    protected List<Record> samples(Instant now) {
        return List.of(
                new Passage("king-st-w/3", now),
                new Passage("king-st-w/3", now.minus(Duration.ofMinutes(15))),
                new Passage("queen-st-e/1", now.minus(Duration.ofDays(1))));
    }
}
