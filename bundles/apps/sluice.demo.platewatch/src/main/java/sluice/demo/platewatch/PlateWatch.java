package sluice.demo.platewatch;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/**
 * Asks, for {@code traffic-planning}, for more than traffic planning needs. Under the city's policy it is never called; should it ever
 * be, the operator sees {@code plates-received}.
 */
@Component(service = Application.class)
public final class PlateWatch implements Application {
    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("traffic-planning").needs("traffic.plate", PlateSeen.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        return List.of(new Effect.Note("plates-received", 1));
    }
}
