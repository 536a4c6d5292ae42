package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;
import sluice.broker.core.flow.Binding;
import sluice.broker.core.flow.Mailbox;
import sluice.broker.core.flow.ReadingId;
import sluice.broker.core.flow.Terms;
import sluice.broker.core.guest.GuestWords;
import sluice.broker.core.shape.RecordMaker;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * An application that is here: the one place where an application's code is called. Belongs to the recipient's thread, and every method may
 * throw whatever the application throws.
 */
final class HostedApplication {
    private static final int MAX_STREAMS = 64;

    private final Application application;
    private final Manifest manifest;
    private final Classes classes = new Classes();
    private final Map<String, RecordMaker> makers = new HashMap<>();

    HostedApplication(Application application) {
        this.application = requireNonNull(application, "application is null");
        this.manifest = requireNonNull(application.manifest(), "manifest() is null");
        GuestWords.name(manifest.purpose());
        manifest.publishes().values().forEach(GuestWords::name);
        if (manifest.needs().size() + manifest.publishes().size() > MAX_STREAMS) {
            throw new IllegalArgumentException("more than " + MAX_STREAMS + " streams");
        }
        manifest.needs().forEach((type, stream) -> {
            GuestWords.name(stream);
            if (makers.put(stream, classes.maker(type)) != null) {
                throw new IllegalArgumentException("stream `" + stream + "` is needed twice");
            }
        });
        manifest.publishes().keySet().forEach(classes::reader);
    }

    String purpose() {
        return manifest.purpose();
    }

    Map<String, Binding.To> needs(Mailbox mailbox) {
        Map<String, Binding.To> needs = new HashMap<>();
        makers.forEach((stream, maker) -> needs.put(stream, new Binding.To(maker.shape(), mailbox)));
        return needs;
    }

    Optional<Shape> shapeOf(String stream) {
        return Optional.ofNullable(makers.get(stream)).map(RecordMaker::shape);
    }

    /** Whether an observation was released for this application's purpose and to its very record. */
    boolean accepts(Terms terms) {
        return terms.flow().purpose().equals(purpose())
                && shapeOf(terms.flow().stream())
                        .filter(shape -> shape.signature().equals(terms.signature()))
                        .isPresent();
    }

    Optional<String> publishes(Class<?> type) {
        return Optional.ofNullable(manifest.publishes().get(type));
    }

    Classes classes() {
        return classes;
    }

    /** Empty if the values do not fit the application's record. */
    Optional<List<Effect>> on(String stream, ReadingId id, Slots values, Context context) throws Throwable {
        RecordMaker maker = requireNonNull(makers.get(stream));
        Optional<Record> record = maker.make(values);
        return record.isEmpty()
                ? Optional.empty()
                : Optional.of(copy(application.on(new Observation(id.text(), stream, record.get()), context)));
    }

    List<Effect> at(Instant due, Context context) {
        return copy(application.at(due, context));
    }

    private static List<Effect> copy(List<Effect> effects) {
        return GuestWords.copy(effects, Prepared.MAX_EFFECTS);
    }
}
