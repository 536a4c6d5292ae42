package hostile;

import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

public final class Sink implements Application {
    public static volatile String loot;

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        loot = ((Level) observation.values()).container();
        return List.of();
    }
}
