package sluice.guard.internal;

import java.util.Set;
import java.util.TreeSet;
import sluice.guard.Armed;

/**
 * Which layers are on: all of them in a city.
 *
 * @param on their names
 */
record Layers(Set<String> on) implements Armed {
    private static final Set<String> ALL = Set.of("admission", "resolve", "services", "weave", "agent", "jdk");

    Layers {
        on = Set.copyOf(on);
    }

    boolean admission() {
        return on.contains("admission");
    }

    boolean resolve() {
        return on.contains("resolve");
    }

    boolean services() {
        return on.contains("services");
    }

    boolean weave() {
        return on.contains("weave");
    }

    @Override
    public Set<String> missingLayers() {
        Set<String> missing = new TreeSet<>(ALL);
        missing.removeAll(on);
        return missing;
    }
}
