package sluice.itests.witness;

import java.util.List;
import java.util.Locale;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** Writes {@code confidence vehicle}. */
public final class Names implements Application {
    private final Notebook notebook = new Notebook();

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("itests-study").needs("traffic.plate", Named.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        Named named = (Named) observation.values();
        notebook.write(String.format(Locale.ROOT, "%.4f %s", named.confidence(), named.vehicle()));
        return List.of();
    }
}
