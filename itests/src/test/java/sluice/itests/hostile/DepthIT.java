package sluice.itests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What each layer of the guard stops alone, and what passes where one is missing. Takes half an hour, so only where it is asked for. */
@EnabledIfSystemProperty(named = "sluice.depth", matches = "true")
@Timeout(7_200)
final class DepthIT {
    private static final List<String> LAYERS = List.of("admission", "resolve", "services", "weave", "agent", "jdk");

    @Test
    void the_depth_of_the_guard_is_written_down() throws IOException {
        Map<String, List<Outcome>> runs = new LinkedHashMap<>();
        try (Suite suite = new Suite()) {
            for (Map.Entry<String, String> configuration : configurations().entrySet()) {
                String name = configuration.getKey().replace(' ', '-');
                runs.put(configuration.getKey(), suite.run("depth-" + name, configuration.getValue()));
                Files.writeString(Path.of("target", "depth.md"), new DepthTable(runs).markdown());
            }
        }
        assertThat(runs.get("none")).allMatch(Outcome::isEscaped);
        assertThat(runs.get("all")).noneMatch(Outcome::isEscaped);
    }

    private static Map<String, String> configurations() {
        Map<String, String> configurations = new LinkedHashMap<>();
        configurations.put("none", "none");
        configurations.put("all", "all");
        LAYERS.forEach(layer -> configurations.put("only " + layer, layer));
        LAYERS.forEach(layer -> configurations.put("without " + layer, without(layer)));
        return configurations;
    }

    private static String without(String missing) {
        List<String> others = new ArrayList<>(LAYERS);
        others.remove(missing);
        return others.stream().collect(Collectors.joining("+"));
    }
}
