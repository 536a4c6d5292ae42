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
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.flow.Mailbox;
import sluice.broker.core.flow.ReadingId;
import sluice.broker.core.flow.Terms;
import sluice.broker.core.guest.GuestWords;
import sluice.broker.core.shape.RecordMaker;
import sluice.broker.core.shape.Shape;

/**
 * An application that is here: the one place where an application's code is called. Belongs to the recipient's thread, and every method may
 * throw whatever the application throws.
 */
final class HostedApplication {
    private static final int MAX_STREAMS = 64;
    private static final int MAX_ALTERNATIVES = 8;

    private final Application application;
    private final Manifest manifest;
    private final Classes classes = new Classes();
    private final Map<String, List<RecordMaker>> makers = new HashMap<>();

    HostedApplication(Application application) {
        this.application = requireNonNull(application, "application is null");
        this.manifest = requireNonNull(application.manifest(), "manifest() is null");
        GuestWords.name(manifest.purpose());
        manifest.publishes().values().forEach(GuestWords::name);
        if (manifest.alternatives().size() + manifest.publishes().size() > MAX_STREAMS) {
            throw new IllegalArgumentException("more than " + MAX_STREAMS + " streams");
        }
        manifest.alternatives().forEach((stream, types) -> makers.put(GuestWords.name(stream), makers(types)));
        manifest.publishes().keySet().forEach(classes::reader);
    }

    String purpose() {
        return manifest.purpose();
    }

    private List<RecordMaker> makers(List<Class<? extends Record>> types) {
        List<RecordMaker> alternatives = types.stream().map(classes::maker).toList();
        long different = alternatives.stream()
                .map(maker -> maker.shape().signature())
                .distinct()
                .count();
        if (different < alternatives.size() || alternatives.size() > MAX_ALTERNATIVES) {
            throw new IllegalArgumentException(
                    "alternatives are at most " + MAX_ALTERNATIVES + " records of different shapes");
        }
        return alternatives;
    }

    Map<String, Binding.To> needs(Mailbox mailbox) {
        Map<String, Binding.To> needs = new HashMap<>();
        makers.keySet().forEach(stream -> needs.put(stream, new Binding.To(shapesOf(stream), mailbox)));
        return needs;
    }

    /** The shapes of the records that it can do with, from most to least exact; none if it does not need the stream. */
    List<Shape> shapesOf(String stream) {
        return makers.getOrDefault(stream, List.of()).stream()
                .map(RecordMaker::shape)
                .toList();
    }

    /** Whether an observation was released for this application's purpose and to one of its very records. */
    boolean accepts(Terms terms) {
        return terms.flow().purpose().equals(purpose()) && maker(terms).isPresent();
    }

    private Optional<RecordMaker> maker(Terms terms) {
        return makers.getOrDefault(terms.flow().stream(), List.of()).stream()
                .filter(maker -> maker.shape().signature().equals(terms.signature()))
                .findFirst();
    }

    Optional<String> publishes(Class<?> type) {
        return Optional.ofNullable(manifest.publishes().get(type));
    }

    Classes classes() {
        return classes;
    }

    /** Empty if the values do not fit the application's record. */
    Optional<List<Effect>> on(Delivery delivery, ReadingId id, Context context) throws Throwable {
        Optional<Record> record = maker(delivery.terms()).orElseThrow().make(delivery.values());
        return record.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        copy(application.on(new Observation(id.text(), delivery.stream(), record.get()), context)));
    }

    List<Effect> at(Instant due, Context context) {
        return copy(application.at(due, context));
    }

    private static List<Effect> copy(List<Effect> effects) {
        return GuestWords.copy(effects, Prepared.MAX_EFFECTS);
    }
}
