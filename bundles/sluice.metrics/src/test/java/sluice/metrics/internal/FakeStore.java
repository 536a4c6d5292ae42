package sluice.metrics.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreCount;

/** A store of which a test says how it is. */
record FakeStore(String trouble, List<StoreCount> counts) implements Store {
    /** One that works, and whose sweep is a minute late. */
    static FakeStore late() {
        Place place = new Place("sluice.app.waste", "waste-collection");
        return new FakeStore(
                "",
                List.of(new StoreCount(place, StoreCount.State.LIVE, 12, Duration.ofHours(2), Duration.ofMinutes(1))));
    }

    @Override
    public Optional<Shelf> open(Place place) {
        return Optional.empty();
    }
}
