package sluice.itests.witness;

import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** Writes {@code segment observed vehicles}. */
public final class Counts implements Application {
    private final Notebook notebook = new Notebook();

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("itests-study").needs("traffic.plate", Count.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        Count count = (Count) observation.values();
        notebook.write(count.segment() + " " + count.observed() + " " + count.vehicles());
        return List.of();
    }
}
