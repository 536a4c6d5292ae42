package sluice.guard.internal.agent;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which layers are on: all of them in a city.
 *
 * @param on their names
 */
public record Layers(Set<String> on) {
    private static final Set<String> ALL = Set.of("admission", "resolve", "services", "weave", "agent", "jdk");

    /** A copy of the names. */
    public Layers {
        on = Set.copyOf(on);
    }

    /** Whether a bundle needs an approval. */
    public boolean admission() {
        return on.contains("admission");
    }

    /** Whether wires are refused. */
    public boolean resolve() {
        return on.contains("resolve");
    }

    /** Whether services are hidden. */
    public boolean services() {
        return on.contains("services");
    }

    /** Whether classes are checked as they load. */
    public boolean weave() {
        return on.contains("weave");
    }

    /** The layers that are off; empty in a city. */
    public Set<String> missingLayers() {
        Set<String> missing = new TreeSet<>(ALL);
        missing.removeAll(on);
        return missing;
    }
}
