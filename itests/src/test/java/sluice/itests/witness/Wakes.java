package sluice.itests.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** Remembers each bin and asks to be woken; then writes {@code woken} and the bins that it remembers. */
public final class Wakes implements Application {
    /** Long enough for a kill in between. */
    public static final Duration LATER = Duration.ofSeconds(45);

    private final Notebook notebook = new Notebook();

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        Level level = (Level) observation.values();
        notebook.write("asked " + level.container());
        return List.of(
                new Effect.Put(level.container(), level),
                new Effect.Wake(context.now().plus(LATER)));
    }

    @Override
    public List<Effect> at(Instant due, Context context) {
        notebook.write("woken " + String.join(" ", context.stateKeys("")));
        return List.of();
    }
}
