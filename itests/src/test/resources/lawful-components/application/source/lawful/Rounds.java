package lawful;

import java.time.Duration;
import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

public final class Rounds implements Application {
    public static volatile String result;

    public record Level(String container, double fillingLevel) {}

    public record Highest(double level) {}

    @Override
    public Manifest manifest() {
        result = "asked";
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        Level level = (Level) observation.values();
        double highest = context.state("highest", Highest.class).map(Highest::level).orElse(0.0);
        result = "told";
        return level.fillingLevel() > highest
                ? List.of(new Effect.Put("highest", new Highest(level.fillingLevel())), new Effect.Wake(context.now().plus(Duration.ofHours(1))))
                : List.of();
    }
}
