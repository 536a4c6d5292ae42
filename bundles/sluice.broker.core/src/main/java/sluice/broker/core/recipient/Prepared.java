package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.app.api.Effect;
import sluice.broker.core.flow.Channel;
import sluice.broker.core.flow.Route;
import sluice.broker.core.port.StoreChange;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Slots;

/**
 * The effects of one call, each checked and turned into platform values before the first is carried out, so that all happen or none.
 *
 * @param records state to keep and to forget, in order
 * @param wakes instants to be called at
 * @param notes numbers for the operator
 * @param publishes records to put on the line
 */
record Prepared(List<StoreChange> records, List<Instant> wakes, List<Effect.Note> notes, List<Publish> publishes) {
    /** As many effects may one call have. */
    static final int MAX_EFFECTS = 1_000;

    /** A record to publish, already read: nothing foreign is touched when it is put on the line. */
    record Publish(
            Channel channel,
            @Nullable Route route,
            @Nullable Slots values) {}

    /** What checks the effects of a call. */
    record With(HostedApplication application, AppState state, Publisher publisher) {}

    /**
     * Checks all effects of a call. Runs on the application's thread and within its call, as a list in a record may be of a class of its own.
     *
     * @throws IllegalArgumentException if one can not be carried out
     */
    static Prepared of(List<Effect> effects, With with) {
        Prepared prepared = new Prepared(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        effects.forEach(effect -> prepared.add(effect, with));
        return prepared;
    }

    private void add(Effect effect, With with) {
        if (effect instanceof Effect.Put put) {
            records.add(put(put, with.application, with.state));
        } else if (effect instanceof Effect.Delete delete) {
            records.add(AppState.delete(delete.key()));
        } else if (effect instanceof Effect.Wake wake) {
            wakes.add(WakeKey.within(wake.due()));
        } else if (effect instanceof Effect.Note note) {
            notes.add(note);
        } else if (effect instanceof Effect.Publish publish) {
            publishes.add(publish(publish, with));
        }
    }

    private static StoreChange put(Effect.Put put, HostedApplication application, AppState state) {
        if (!state.hasRoomFor(put.key())) {
            throw new IllegalArgumentException("no room for more state");
        }
        RecordReader reader = application.classes().reader(put.value().getClass());
        return AppState.put(put.key(), reader.shape(), readable(reader.read(put.value())));
    }

    private static Publish publish(Effect.Publish publish, With with) {
        String stream = with.application
                .publishes(publish.values().getClass())
                .orElseThrow(() -> new IllegalArgumentException("a record that the manifest does not publish"));
        return with.publisher.read(publish.values(), stream);
    }

    private static Slots readable(@Nullable Slots values) {
        if (values == null) {
            throw new IllegalArgumentException("a record that can not be kept");
        }
        return requireNonNull(values);
    }
}
