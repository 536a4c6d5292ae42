package sluice.guard.agent;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the agent is told on the command line: {@code -javaagent:sluice.guard.agent.jar=home=lib/guard,layers=resolve+weave}.
 *
 * @param jar the agent's own
 * @param home folder of the platform's certificate and trust lists
 * @param layers the layers that are on
 */
record Arguments(Path jar, Path home, Set<String> layers) {
    /** Every layer there is. */
    static final List<String> LAYERS = List.of("admission", "resolve", "services", "weave", "agent", "jdk");

    Arguments {
        layers = Set.copyOf(layers);
    }

    /**
     * Reads them.
     *
     * @param text comma-separated {@code key=value}; empty for all the defaults
     * @param jar the agent's own; the folder that holds it is the default home
     * @throws IllegalArgumentException a key or layer is unknown: a slip of the pen must not switch off a layer
     */
    static Arguments parse(String text, Path jar) {
        Path home = jar.toAbsolutePath().resolveSibling("");
        Set<String> layers = Set.copyOf(LAYERS);
        for (String argument : text.isBlank() ? new String[0] : text.split(",")) {
            int equals = argument.indexOf('=');
            String key = equals < 0 ? argument : argument.substring(0, equals);
            String value = argument.substring(equals + 1);
            switch (key) {
                case "home" -> home = Path.of(value);
                case "layers" -> layers = layers(value);
                default ->
                    throw new IllegalArgumentException(
                            "agent-argument: unknown argument `" + key + "`; there are home, layers");
            }
        }
        return new Arguments(jar, home, layers);
    }

    private static Set<String> layers(String value) {
        if (value.equals("none")) {
            return Set.of();
        }
        Set<String> layers = new LinkedHashSet<>(List.of(value.split("\\+")));
        Optional<String> unknown =
                layers.stream().filter(layer -> !LAYERS.contains(layer)).findFirst();
        if (unknown.isPresent()) {
            throw new IllegalArgumentException(
                    "agent-argument: unknown layer `" + unknown.get() + "`; there are none, " + LAYERS);
        }
        return layers;
    }

    /** Whether a layer is on. */
    boolean has(String layer) {
        return layers.contains(layer);
    }
}
