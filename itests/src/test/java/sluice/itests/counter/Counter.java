package sluice.itests.counter;

import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** Tells the operator how full the last bin was, and nothing else. */
public final class Counter implements Application {
    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        Level level = (Level) observation.values();
        return List.of(new Effect.Note("last-per-cent", Math.round(level.fillingLevel() * 100)));
    }
}
