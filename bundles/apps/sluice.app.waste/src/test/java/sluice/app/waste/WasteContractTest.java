package sluice.app.waste;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sluice.app.api.Application;
import sluice.testkit.app.AppContract;

class WasteContractTest extends AppContract {
    @Override
    protected Application application() {
        return new WasteCollection();
    }

    @Override
    protected List<Record> samples(Instant now) {
        return List.of(
                new ContainerLevel("bin-1", 0.2, now.minus(Duration.ofHours(12))),
                new ContainerLevel("bin-2", 0.9, now.minus(Duration.ofHours(11))),
                new ContainerLevel("bin-1", 0.5, now.minus(Duration.ofHours(3))),
                new ContainerLevel("bin-2", 0.1, now.minus(Duration.ofMinutes(1))));
    }
}
