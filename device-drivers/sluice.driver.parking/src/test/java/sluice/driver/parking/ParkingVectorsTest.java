package sluice.driver.parking;

import static java.util.Map.entry;
import static sluice.testkit.driver.Expectation.all;
import static sluice.testkit.driver.Expectation.constant;
import static sluice.testkit.driver.Expectation.number;
import static sluice.testkit.driver.Expectation.word;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.driver.kit.Facts;
import sluice.driver.parking.model.ParkingModels;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.Expectation;
import sluice.testkit.driver.Vectors;

/** The makers' own examples, where they are at hand: every value that a maker's codec gives is found among our facts. */
class ParkingVectorsTest {
    private static final Expectation FIRMWARE = (maker, ours) -> ours.getOrDefault("firmware", List.of()).stream()
            .map(part -> String.valueOf(part.intValue()))
            .collect(Collectors.joining("."))
            .equals(maker.text().orElse(""));

    private static final Map<String, Expectation> BOSCH_AND_NWAVE = Map.ofEntries(
            entry("type", constant()),
            entry("occupied", number("occupied")),
            entry("temperature", number("temperature")),
            entry("debugCodes", all("debug-code")),
            entry("debug_code", number("debug-code")),
            // The code again, in words.
            entry("debug_code_description", constant()),
            entry("sequence_number", number("debug-number")),
            entry("timestamp", number("time-since-start")),
            entry("firmwareVersion", FIRMWARE),
            entry("firmware_version", FIRMWARE),
            entry("resetCause", word("reset-cause", Map.of("watchdog", 1.0, "power on", 2.0, "system request", 3.0))),
            entry("reset_reason", word("reset-cause", Map.of("Watchdog", 1.0, "Power On", 2.0, "System Request", 3.0))),
            // Nwave's words; Bosch's newer codec has a number there that is 0 beside every reason, and the reason
            // above.
            entry(
                    "reset_cause",
                    (maker, ours) -> maker.number().isPresent()
                            || word("reset-cause", Map.of("watchdog", 1.0, "power_on", 2.0))
                                    .agrees(maker, ours)),
            entry("time_in_seconds", number("occupied-seconds")),
            entry("parking_status_changes", number("status-changes")));

    private static final Map<String, Expectation> TEKZIPARK = Map.ofEntries(
            entry("occupied", number("occupied")),
            entry("keepAlive", number("keep-alive")),
            entry("reset", number("reset-cause")),
            entry("No_Beacon", number("no-tag")),
            entry("Radar", number("radar")),
            entry("Obstruction", number("obstructed")),
            entry(
                    "Good_Battery",
                    (maker, ours) -> List.of(1 - maker.number().orElseThrow()).equals(ours.get("battery-low"))),
            entry("Temperature", number("temperature")),
            entry("Parking_ID", number("bay-number")),
            entry("Beacon_RSSI", number("tag-strength")),
            entry("Beacons", all("tag")));

    @ParameterizedTest
    @CsvSource({
        "tps110-0292-codec, TPS110-0292",
        "tps110-0392-codec, TPS110-0392",
        "nps310sm-codec, NPS310",
        "tekzipark-codec, TEKZIPARK"
    })
    void every_value_of_the_makers_codec_is_among_our_facts(String codec, String model) {
        Vectors.check(codec, frame -> read(model, frame), model.equals("TEKZIPARK") ? TEKZIPARK : BOSCH_AND_NWAVE);
    }

    private static Map<String, List<Double>> read(String model, Frame frame) {
        Facts facts = ParkingModels.ALL.named(model).read(frame);
        return facts.refusal()
                .map(refusal -> Map.of(refusal.name(), List.<Double>of()))
                .orElseGet(facts::byKind);
    }
}
