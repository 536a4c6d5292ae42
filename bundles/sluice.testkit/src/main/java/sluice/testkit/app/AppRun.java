package sluice.testkit.app;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Observation;
import sluice.testkit.ManualClock;

/**
 * One application, run the way the platform runs it: effects are checked and then carried out together, state is kept, and wake-ups come
 * when the clock is moved past them. For one thread.
 */
public final class AppRun {
    private final Application application;
    private final ManualClock clock;
    private final EffectCheck check;
    private final TreeMap<String, Record> state = new TreeMap<>();
    private final TreeSet<Instant> wakes = new TreeSet<>();
    private final List<Record> published = new ArrayList<>();
    private final Map<String, Long> notes = new HashMap<>();
    private long told;

    /**
     * Starts an application without state.
     *
     * @param application the application
     * @param clock the time of every call; moved by {@link #advanceTo} or by the test
     */
    public AppRun(Application application, ManualClock clock) {
        this.application = requireNonNull(application, "application is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.check = new EffectCheck(application.manifest());
    }

    /**
     * Tells it something new.
     *
     * @param values a record that its manifest needs
     * @return the effects, already carried out
     */
    public List<Effect> tell(Record values) {
        told++;
        return tell("%032x".formatted(told), values);
    }

    /**
     * Tells it something under an id; twice the same id is what a platform does after a crash.
     *
     * @param id the observation's id
     * @param values a record that its manifest needs
     * @return the effects, already carried out
     */
    public List<Effect> tell(String id, Record values) {
        String stream = application.manifest().needs().get(values.getClass());
        if (stream == null) {
            throw new AssertionError(
                    "the manifest does not need " + values.getClass().getSimpleName());
        }
        return carryOut(application.on(new Observation(id, stream, values), new View()));
    }

    /**
     * Moves the clock forward and wakes the application at every instant on the way that it asked for.
     *
     * @param instant where the clock shall stand afterwards
     */
    public void advanceTo(Instant instant) {
        while (!wakes.isEmpty() && !wakes.first().isAfter(instant)) {
            Instant due = wakes.pollFirst();
            if (due.isAfter(clock.instant())) {
                clock.set(due);
            }
            carryOut(application.at(due, new View()));
        }
        clock.set(instant);
    }

    /**
     * What it published.
     *
     * @return in order; a copy
     */
    public List<Record> published() {
        return List.copyOf(published);
    }

    /**
     * What it keeps.
     *
     * @return key to record; a copy
     */
    public Map<String, Record> state() {
        return Map.copyOf(state);
    }

    /**
     * When it wants to be woken.
     *
     * @return in order; a copy
     */
    public List<Instant> wakes() {
        return List.copyOf(wakes);
    }

    /**
     * The last number it noted under each code.
     *
     * @return a copy
     */
    public Map<String, Long> notes() {
        return Map.copyOf(notes);
    }

    private List<Effect> carryOut(List<Effect> effects) {
        effects.forEach(check::accept);
        effects.forEach(this::carryOut);
        return effects;
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Publish publish) {
            published.add(publish.values());
        } else if (effect instanceof Effect.Put put) {
            state.put(put.key(), put.value());
        } else if (effect instanceof Effect.Delete delete) {
            state.remove(delete.key());
        } else if (effect instanceof Effect.Wake wake) {
            wakes.add(wake.due());
        } else if (effect instanceof Effect.Note note) {
            notes.put(note.code(), note.value());
        }
    }

    /** The application's own state, as it was before the call. */
    private final class View implements Context {
        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public <R extends Record> Optional<R> state(String key, Class<R> type) {
            return Optional.ofNullable(state.get(key)).filter(type::isInstance).map(type::cast);
        }

        @Override
        public List<String> stateKeys(String prefix) {
            return state.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
        }
    }
}
