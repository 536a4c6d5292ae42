package sluice.testkit.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;
import sluice.json.JsonReader;
import sluice.testkit.Corpus;

/**
 * The makers' own examples of LoRaWAN frames, in the form of TS013 codecs' tests, where they are at hand. Every value that the maker's codec
 * gives has to be expected by name, so that nothing is left out in silence.
 */
public final class Vectors {
    private static final String FILE = "lorawan/vectors.jsonl";
    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\": ");

    /** What our codec made of a frame: its facts, or the refusal's name under {@code refused}. */
    @FunctionalInterface
    public interface Reader extends Function<Frame, Map<String, List<Double>>> {}

    private record Vector(Frame frame, Json expected, List<String> names) {}

    private Vectors() {}

    /**
     * Checks one codec of the corpus, and says so in one line.
     *
     * @param codec as the corpus names it, for example {@code ldds75-codec}
     * @param reader our reading of a frame; an unknown port is the single key {@code UNKNOWN_PORT}
     * @param expectations by the maker's names
     */
    public static void check(String codec, Reader reader, Map<String, Expectation> expectations) {
        Corpus corpus = Corpus.named("lorawan " + codec);
        Optional<List<String>> lines = corpus.lines(FILE);
        if (lines.isEmpty()) {
            return;
        }
        List<String> faults = new ArrayList<>();
        List<Vector> vectors = lines.get().stream()
                .filter(line -> line.contains("\"model\": \"" + codec + "\""))
                .map(Vectors::vector)
                .toList();
        int good = 0;
        for (Vector vector : vectors) {
            List<String> found = faults(vector, reader.apply(vector.frame()), expectations);
            good += found.isEmpty() ? 1 : 0;
            faults.addAll(found);
        }
        corpus.checked(good, vectors.size());
        assertThat(vectors).as(codec).isNotEmpty();
        assertThat(faults).as(codec).isEmpty();
    }

    private static List<String> faults(
            Vector vector, Map<String, List<Double>> ours, Map<String, Expectation> expectations) {
        if (!vector.expected().get("errors").isAbsent()) {
            return ours.keySet().equals(Set.of("UNKNOWN_PORT")) ? List.of() : List.of("not refused: " + ours);
        }
        List<String> faults = new ArrayList<>();
        for (String name : vector.names()) {
            Expectation expectation = expectations.get(name);
            Json value = vector.expected().get("data").get(name);
            if (expectation == null || !expectation.agrees(value, ours)) {
                faults.add("`" + name + "` " + value.text().orElse("" + value.number()) + " among " + ours);
            }
        }
        return faults;
    }

    private static Vector vector(String line) {
        Json json = JsonReader.read(line.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        byte[] payload = HexFormat.of().parseHex(json.get("bytes").text().orElseThrow());
        Frame frame = Frame.of(payload, RECEIVED)
                .onPort((int) json.get("fPort").integer().orElseThrow());
        Json expected = json.get("expected");
        String data = line.substring(line.indexOf("\"expected\": ") + 12);
        List<String> names = NAME.matcher(data)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("data") && !name.equals("warnings"))
                .distinct()
                .toList();
        return new Vector(frame, expected, names);
    }
}
