package sluice.store.internal.sql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.StoreTerms;

/**
 * What a place's owner was told; only ever grows.
 *
 * @param label the most identifying label
 * @param streams of which streams
 */
public record Told(Label label, Set<String> streams) {
    /** Nothing yet. */
    public static final Told NOTHING = new Told(Label.NONPERSONAL, Set.of());

    public Told {
        requireNonNull(label, "label is null");
        streams = Set.copyOf(streams);
    }

    /** With what the terms of a commit add. */
    public Told with(StoreTerms terms) {
        Set<String> all = new TreeSet<>(streams);
        all.addAll(terms.streams());
        return new Told(label.max(terms.label()), all);
    }

    /** As one text; names of streams have no spaces. */
    String text() {
        return label.name() + " " + String.join(" ", new TreeSet<>(streams));
    }

    static Told of(String text) {
        String[] words = text.strip().split(" +");
        Set<String> streams = new TreeSet<>(List.of(words));
        streams.remove(words[0]);
        // what can not be read is taken for the worst
        return new Told(Label.parse(words[0]).orElse(Label.DIRECT), streams);
    }
}
