package sluice.app.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * Counts passages for each segment and quarter hour, and keeps eight days of them.
 *
 * <p>Single counts are small numbers about few people: they stay in this application's state and are not published from here.
 */
@Component(service = Application.class)
public final class TrafficPlanning implements Application {
    private static final String PREFIX = "counts/";
    private static final String TOTAL = "total";
    private static final int LONGEST_SEGMENT = 160;
    private static final int MOST_SEGMENTS_A_DAY = 1_000;
    private static final Duration KEPT = Duration.ofDays(8);

    /** Policy may have rounded an instant up to the next quarter hour. */
    private static final Duration ROUNDING = Duration.ofHours(1);

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("traffic-planning").needs("traffic.plate", Passage.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        Passage passage = (Passage) observation.values();
        if (!isUsable(passage, context.now())) {
            return List.of(new Effect.Note("unusable-observations", 1));
        }
        Instant day = passage.observed().truncatedTo(ChronoUnit.DAYS);
        String key = PREFIX + day + "/" + passage.segment();
        Optional<DayCounts> counts = context.state(key, DayCounts.class);
        if (counts.isEmpty() && context.stateKeys(PREFIX + day + "/").size() >= MOST_SEGMENTS_A_DAY) {
            return List.of(new Effect.Note("segments-over-limit", 1));
        }
        DayTotal total = total(context, context.now().truncatedTo(ChronoUnit.DAYS));
        return List.of(
                new Effect.Put(key, counts.orElseGet(() -> DayCounts.none(day)).with(passage.observed())),
                new Effect.Put(TOTAL, total),
                new Effect.Note("passages", total.passages()),
                new Effect.Wake(nextMidnight(context.now())));
    }

    /** Once a day: forgets the days that are past keeping. */
    @Override
    public List<Effect> at(Instant due, Context context) {
        String oldest = PREFIX + context.now().minus(KEPT).truncatedTo(ChronoUnit.DAYS);
        List<Effect> effects = new ArrayList<>();
        List<String> keys = context.stateKeys(PREFIX);
        for (String key : keys) {
            if (key.compareTo(oldest) < 0) {
                effects.add(new Effect.Delete(key));
            }
        }
        if (effects.size() < keys.size()) {
            effects.add(new Effect.Wake(nextMidnight(context.now())));
        }
        return effects;
    }

    private static boolean isUsable(Passage passage, Instant now) {
        return !passage.segment().isBlank()
                && passage.segment().length() <= LONGEST_SEGMENT
                && passage.observed().isAfter(now.minus(KEPT))
                && passage.observed().isBefore(now.plus(ROUNDING));
    }

    private static DayTotal total(Context context, Instant today) {
        long before = context.state(TOTAL, DayTotal.class)
                .filter(total -> total.day().equals(today))
                .map(DayTotal::passages)
                .orElse(0L);
        return new DayTotal(today, before + 1);
    }

    private static Instant nextMidnight(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }
}
