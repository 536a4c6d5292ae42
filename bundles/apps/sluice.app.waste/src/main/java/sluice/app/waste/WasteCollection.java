package sluice.app.waste;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/**
 * Publishes a pickup once in each filling cycle of a container: when it is seen past the threshold, or when its forecast says that it
 * will be before the next round. Forecasts are looked at again after every round, when the next one is a day further away.
 */
@Component(service = Application.class)
public final class WasteCollection implements Application {
    private static final String PREFIX = "fill/";
    private static final int LONGEST_NAME = 190;
    private static final int MOST_CONTAINERS = 50_000;
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Duration FORGOTTEN = Duration.ofDays(60);

    /** Policy may have rounded an instant up. */
    private static final Duration ROUNDING = Duration.ofHours(1);

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("waste-collection")
                .needs("waste.container", ContainerLevel.class)
                .publishes("waste.pickup-due", PickupDue.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        ContainerLevel seen = (ContainerLevel) observation.values();
        if (!isUsable(seen, context.now())) {
            return List.of(new Effect.Note("unusable-observations", 1));
        }
        String key = PREFIX + seen.container();
        Optional<Fill> before = context.state(key, Fill.class);
        if (before.isEmpty() && context.stateKeys(PREFIX).size() >= MOST_CONTAINERS) {
            return List.of(new Effect.Note("containers-over-limit", 1));
        }
        if (before.isPresent() && !before.get().isSupersededBy(observation.id(), seen.observed())) {
            return List.of(new Effect.Note("late-or-repeated", 1));
        }
        Fill after = before.map(fill -> fill.then(seen.fillingLevel(), seen.observed(), observation.id()))
                .orElseGet(() -> Fill.first(seen.fillingLevel(), seen.observed(), observation.id()));
        List<Effect> effects = new ArrayList<>(decide(seen.container(), after, context.now()));
        effects.add(new Effect.Wake(Rounds.after(context.now())));
        return effects;
    }

    @Override
    public List<Effect> at(Instant due, Context context) {
        List<Effect> effects = new ArrayList<>();
        for (String key : context.stateKeys(PREFIX)) {
            context.state(key, Fill.class).ifPresent(fill -> effects.addAll(review(key, fill, context.now())));
        }
        if (!context.stateKeys(PREFIX).isEmpty()) {
            effects.add(new Effect.Wake(Rounds.after(context.now())));
        }
        return effects;
    }

    private static boolean isUsable(ContainerLevel seen, Instant now) {
        return seen.fillingLevel() >= 0
                && seen.fillingLevel() <= 1
                && seen.container().length() <= LONGEST_NAME
                && seen.observed().isAfter(now.minus(OLDEST))
                && seen.observed().isBefore(now.plus(ROUNDING));
    }

    private static List<Effect> review(String key, Fill fill, Instant now) {
        if (fill.at().isBefore(now.minus(FORGOTTEN))) {
            return List.of(new Effect.Delete(key));
        }
        return isDue(fill, now) ? decide(key.substring(PREFIX.length()), fill, now) : List.of();
    }

    /** Keeps what is known of a container, and tells the crews if it is time and they do not know yet. */
    private static List<Effect> decide(String container, Fill fill, Instant now) {
        if (!isDue(fill, now)) {
            return List.of(new Effect.Put(PREFIX + container, fill));
        }
        Instant due = fill.due(now).orElse(now);
        return List.of(
                new Effect.Publish(new PickupDue(container, fill.level(), due)),
                new Effect.Put(PREFIX + container, fill.told()));
    }

    private static boolean isDue(Fill fill, Instant now) {
        return !fill.announced()
                && fill.due(now).filter(due -> due.isBefore(Rounds.after(now))).isPresent();
    }
}
