package sluice.driver.smartbin;

import static java.util.Map.entry;
import static sluice.testkit.driver.Expectation.at;
import static sluice.testkit.driver.Expectation.constant;
import static sluice.testkit.driver.Expectation.number;
import static sluice.testkit.driver.Expectation.numberUnless;
import static sluice.testkit.driver.Expectation.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.driver.kit.Facts;
import sluice.driver.smartbin.model.BinModels;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.Expectation;
import sluice.testkit.driver.SenseCapExpectations;
import sluice.testkit.driver.Vectors;

/** The makers' own examples, where they are at hand: every value that a maker's codec gives is found among our facts. */
class BinVectorsTest {
    private static final Map<String, Double> YES = Map.of("ON", 1.0, "OFF", 0.0, "TRUE", 1.0, "FALSE", 0.0);
    private static final Map<String, Double> WELL = Map.of("Success", 0.0, "Failure", 1.0);

    private static final Map<String, Expectation> DRAGINO = Map.ofEntries(
            entry("Bat", number("battery-voltage")),
            entry("BatV", number("battery-voltage")),
            entry("Distance", number("distance")),
            entry("distance", numberUnless("distance", "No Sensor", 1)),
            entry("Interrupt_flag", number("trigger")),
            entry("EXTI_Trigger", word("trigger", YES)),
            entry("Sensor_flag", number("probe-there")),
            entry("TempC_DS18B20", number("probe-temperature")),
            entry("distance1_cm", at("distance", 0, 0.1)),
            entry("distance2_cm", at("distance", 1, 0.1)),
            entry("distance3_cm", at("distance", 2, 0.1)),
            entry("distance4_cm", at("distance", 3, 0.1)),
            entry("mes_type", number("message-type")),
            entry("Message_type", number("message-type")),
            entry("Lidar_distance", number("distance", 0.1)),
            entry("Lidar_signal", number("signal")),
            entry("Lidar_temp", number("lidar-temperature")),
            entry("dis1", number("distance-steps")),
            entry("dis2", number("next-distance-steps")),
            entry("DALARM_count", number("distance-alarms")),
            entry("Distance_alarm", number("distance-alarm")),
            entry("Interrupt_alarm", number("trigger")),
            entry("TDC", number("report-interval")),
            entry("DISALARM", at("setting", 0, 1)),
            entry("KEEP_STATUS", at("setting", 1, 1)),
            entry("KEEP_TIME", at("setting", 2, 1)),
            entry("TRIGGER_MODE", at("setting", 3, 1)));

    private static final Map<String, Expectation> NETVOX = Map.ofEntries(
            entry("Device", constant()),
            entry("Cmd", constant()),
            entry("SWver", number("software-version")),
            entry("HWver", number("hardware-version")),
            entry("Datecode", number("firmware-date")),
            entry("Volt", number("battery-voltage")),
            entry("Depth", number("depth")),
            entry("Temp", number("temperature")),
            entry("InstallStatus", word("fault", WELL)),
            entry("Distance", number("distance")),
            entry("FillLevel", number("fill", 100)),
            entry("AngleOfInclination", number("tilt")),
            entry("MinTime", number("report-interval")),
            entry("MaxTime", number("report-interval-most")),
            entry("BatteryChange", at("setting", 0, 1)),
            entry("DepthChange", at("setting", 1, 1)),
            entry("DistanceChange", at("setting", 1, 1)),
            entry("TempChange", at("setting", 2, 1)),
            entry("OnDistanceThreshold", number("setting")),
            entry("FillMaxDistance", number("setting")),
            entry("DeadZoneDistance", number("setting")),
            entry("MeasureType", word("fluid", Map.of("Water", 1.0, "Gasoline", 2.0, "Diesel oil", 3.0))),
            entry(
                    "Status",
                    (maker, ours) -> ours.containsKey("setting-accepted")
                            ? word("setting-accepted", WELL).agrees(maker, ours)
                            : word("nearer-than-threshold", YES).agrees(maker, ours)));

    private static final Map<String, Expectation> ELSYS = Map.of(
            "temperature", number("temperature"),
            "humidity", number("humidity"),
            "x", at("acceleration", 0, 1),
            "y", at("acceleration", 1, 1),
            "z", at("acceleration", 2, 1),
            "pressure", number("pressure"),
            "distance", number("distance"));

    private static final Map<String, Expectation> TENEO = Map.ofEntries(
            entry("battery", number("battery-voltage")),
            entry("distance", number("reported-distance")),
            entry("temperature", number("temperature")),
            entry("relativeHumidity", number("humidity")),
            entry("errorcode", number("fault")),
            entry("charging", (maker, ours) -> maker.truth().orElseThrow() == ours.containsKey("charging")),
            entry("valid", (maker, ours) -> maker.truth().orElseThrow() == ours.containsKey("distance-steps")),
            entry("sensorType", constant()),
            entry("settingsAllowed", constant()));

    @ParameterizedTest
    @CsvSource({
        "ldds75-codec, LDDS75",
        "ldds75-114-codec, LDDS75",
        "ldds45-codec, LDDS45",
        "ldds20-codec, LDDS20",
        "ldds20-114-codec, LDDS20",
        "ldds04-codec, LDDS04",
        "llds12-codec, LLDS12",
        "lmds200-codec, LMDS200",
        "lds03a-codec, LDS03A",
        "cpl01-codec, CPL01",
        "r718pa22-codec, R718PA22",
        "r718pe-codec, R718PE",
        "r718x-codec, R718X",
        "elt-ultrasonic-codec, ELT-ULTRASONIC",
        "sensecap-codec, SENSECAP-DISTANCE",
        "sensecap210x-codec, SENSECAP-DISTANCE",
        "filling-degree-sensor-codec, FILLING-DEGREE"
    })
    void every_value_of_the_makers_codec_is_among_our_facts(String codec, String model) {
        Vectors.check(codec, frame -> read(model, frame), expectations(model));
    }

    private static Map<String, List<Double>> read(String model, Frame frame) {
        Facts facts = BinModels.ALL.named(model).read(frame);
        return facts.refusal()
                .map(refusal -> Map.of(refusal.name(), List.<Double>of()))
                .orElseGet(facts::byKind);
    }

    private static Map<String, Expectation> expectations(String model) {
        Map<String, Expectation> all = new HashMap<>(SenseCapExpectations.ALL);
        all.putAll(
                switch (model) {
                    case "R718PA22", "R718PE", "R718X" -> NETVOX;
                    case "ELT-ULTRASONIC" -> ELSYS;
                    case "FILLING-DEGREE" -> TENEO;
                    case "SENSECAP-DISTANCE" -> Map.of();
                    default -> DRAGINO;
                });
        return all;
    }
}
