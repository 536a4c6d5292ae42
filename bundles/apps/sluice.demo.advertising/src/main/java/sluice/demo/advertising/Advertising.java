package sluice.demo.advertising;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/**
 * Asks for as little as the lawful applications do, for a purpose that the city does not have. It is never called; should it ever be,
 * the operator sees {@code observations-received}.
 */
@Component(service = Application.class)
public final class Advertising implements Application {
    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("advertising")
                .needs("waste.container", BinNearby.class)
                .needs("traffic.plate", CarNearby.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        return List.of(new Effect.Note("observations-received", 1));
    }
}
