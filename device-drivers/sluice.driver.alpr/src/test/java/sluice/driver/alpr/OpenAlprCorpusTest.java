package sluice.driver.alpr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Reading;
import sluice.testkit.Corpus;
import sluice.testkit.ManualClock;
import sluice.testkit.driver.TestDevice;
import sluice.testkit.driver.TestTools;

/** The maker's documented examples, where they are at hand. */
class OpenAlprCorpusTest {
    private final TestTools tools = new TestTools(ManualClock.at(Messages.RECEIVED));

    @Test
    void the_makers_examples_are_read() {
        Corpus corpus = Corpus.named("alpr openalpr");
        Optional<List<String>> group = corpus.lines("alpr/openalpr_alpr_group.json");
        Optional<List<String>> heartbeat = group.flatMap(present -> corpus.lines("alpr/openalpr_heartbeat.json"));
        if (heartbeat.isEmpty()) {
            return;
        }
        List<Object> expected = List.of(
                new PlateReading("A13709", 0.92075203, "king-st-w/3", "mo", Instant.ofEpochMilli(1448326208789L)));
        int good = (values(group.orElseThrow()).equals(expected) ? 1 : 0)
                + (values(heartbeat.get()).isEmpty() ? 1 : 0);
        corpus.checked(good, 2);
        assertThat(good).isEqualTo(2);
    }

    private List<Object> values(List<String> lines) {
        Decoded decoded = new AlprDriver()
                .open(TestDevice.of("camera-2", new CameraSettings("king-st-w/3")), tools)
                .on(Messages.frame(String.join("\n", lines)));
        return decoded.fold(
                readings -> readings.stream().<Object>map(Reading::values).toList(), refusal -> List.of(refusal));
    }
}
