package hostile;

import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

public final class Source implements Application {
    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("@SECRET@");
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        return List.of();
    }
}
