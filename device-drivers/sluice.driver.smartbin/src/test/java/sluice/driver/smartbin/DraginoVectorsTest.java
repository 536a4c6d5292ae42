package sluice.driver.smartbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;
import sluice.driver.spi.Refusal;
import sluice.testkit.Corpus;
import sluice.testkit.ManualClock;
import sluice.testkit.driver.TestDevice;
import sluice.testkit.driver.TestTools;

/** The maker's own examples for both payloads of the LDDS75, where they are at hand. */
class DraginoVectorsTest {
    private static final Set<String> MODELS = Set.of("ldds75-codec", "ldds75-114-codec");

    private final TestTools tools = new TestTools(ManualClock.at(Frames.RECEIVED));

    @Test
    void the_makers_examples_are_read_as_the_maker_reads_them() {
        Corpus corpus = Corpus.named("lorawan ldds75");
        Optional<List<String>> lines = corpus.lines("lorawan/vectors.jsonl");
        if (lines.isEmpty()) {
            return;
        }
        List<Json> vectors = lines.get().stream()
                .map(line -> tools.json(line.getBytes(StandardCharsets.UTF_8)).orElseThrow())
                .filter(vector -> MODELS.contains(vector.get("model").text().orElse("")))
                .toList();
        long good = vectors.stream().filter(this::isReadAsExpected).count();
        corpus.checked((int) good, vectors.size());
        assertThat(good).isEqualTo(vectors.size()).isPositive();
    }

    private boolean isReadAsExpected(Json vector) {
        Frame frame = Frames.hex(vector.get("bytes").text().orElseThrow())
                .onPort((int) vector.get("fPort").integer().orElseThrow());
        Json expected = vector.get("expected");
        if (!expected.get("errors").isAbsent()) {
            return session(frame).equals(Decoded.refused(Refusal.UNKNOWN_PORT));
        }
        return Dragino.ldds75(frame).fold(values -> agrees(values, expected.get("data")), refusal -> false);
    }

    private static boolean agrees(Measurement.Values values, Json expected) {
        if (expected.get("distance").text().equals(Optional.of("No Sensor"))) {
            return values.distanceMm() == null;
        }
        boolean sameTemperature = celsius(values)
                == Double.parseDouble(expected.get("TempC_DS18B20").text().orElseThrow());
        return Optional.of(values.distanceMm() + " mm")
                        .equals(expected.get("Distance").text())
                && Double.valueOf(expected.get("Bat").number().orElseThrow()).equals(values.batteryVolts())
                && sameTemperature;
    }

    /** The maker writes 0.00 where there is no thermometer. */
    private static double celsius(Measurement.Values values) {
        Double temperature = values.temperature();
        return temperature == null ? 0 : temperature;
    }

    private Decoded session(Frame frame) {
        return new SmartbinDriver()
                .open(TestDevice.of("bin-017", new BinSettings("LDDS75", 4000, 200)), tools)
                .on(frame);
    }
}
