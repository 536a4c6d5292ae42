package sluice.driver.soil;

import static java.util.Map.entry;
import static sluice.testkit.driver.Expectation.all;
import static sluice.testkit.driver.Expectation.among;
import static sluice.testkit.driver.Expectation.at;
import static sluice.testkit.driver.Expectation.constant;
import static sluice.testkit.driver.Expectation.number;
import static sluice.testkit.driver.Expectation.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.driver.kit.Facts;
import sluice.driver.soil.model.SoilModels;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.Expectation;
import sluice.testkit.driver.SenseCapExpectations;
import sluice.testkit.driver.Vectors;

/** The makers' own examples, where they are at hand: every value that a maker's codec gives is found among our facts. */
class SoilVectorsTest {
    private static final String NONE = "NoSensor";

    private static final Map<String, Expectation> DRAGINO = Map.ofEntries(
            entry("Bat", number("battery-voltage")),
            entry("BatV", number("battery-voltage")),
            entry("TempC_DS18B20", number("probe-temperature")),
            entry("TempC1", number("probe-temperature")),
            entry("TempC_SHT", number("temperature")),
            entry("Hum_SHT", number("humidity")),
            entry("ADC_CH0V", number("analogue-volts")),
            entry("Digital_IStatus", word("digital-input", Map.of("L", 0.0, "H", 1.0))),
            entry("Door_status", word("door-closed", Map.of("OPEN", 0.0, "CLOSE", 1.0))),
            entry("EXTI_Trigger", word("trigger", Map.of("FALSE", 0.0, "TRUE", 1.0))),
            entry("Work_mode", word("mode", Map.of("IIC", 0.0, "3DS18B20", 3.0))),
            entry("Interrupt_flag", number("trigger")),
            entry("Message_type", number("message-type")),
            entry("Hardware_flag", number("hardware-flag")),
            entry("Sensor_flag", number("sensor-flag")),
            entry("water_SOIL", number("soil-moisture")),
            entry("temp_SOIL", number("soil-temperature")),
            entry("conduct_SOIL", number("soil-conductivity")),
            entry("PH1_SOIL", number("soil-ph")),
            entry("TEMP_SOIL", number("soil-temperature")),
            entry("N_SOIL", number("nitrogen")),
            entry("P_SOIL", number("phosphorus")),
            entry("K_SOIL", number("potassium")),
            entry("Leaf_Moisture", number("leaf-wetness")),
            entry("Leaf_Temperature", number("leaf-temperature")));

    private static final Map<String, Expectation> COMTAC = Map.ofEntries(
            entry("batLevel", number("battery-level", 100)),
            entry("tempNOW", (maker, ours) -> now(ours, "temperature").agrees(maker, ours)),
            entry("humNOW", (maker, ours) -> now(ours, "humidity").agrees(maker, ours)),
            entry("measRate", at("setting", 0, 1)),
            entry("historyTrigger", at("setting", 1, 1)),
            entry("tempOffset", at("setting", 2, 1)),
            entry("tempMax", at("setting", 3, 1)),
            entry("tempMin", at("setting", 4, 1)),
            entry("humOffset", at("setting", 5, 1)),
            entry("humMax", at("setting", 6, 1)),
            entry("humMin", at("setting", 7, 1)),
            entry("appMainVers", at("software-version", 0, 1)),
            entry("appMinorVers", at("software-version", 1, 1)));

    private static final Map<String, Expectation> OTHERS = Map.ofEntries(
            entry(
                    "temperature",
                    (maker, ours) -> number(ours.containsKey("temperature") ? "temperature" : "probe-temperature")
                            .agrees(maker, ours)),
            entry("humidity", number("humidity")),
            entry("pressure", number("pressure")),
            entry("x", at("acceleration", 0, 1)),
            entry("y", at("acceleration", 1, 1)),
            entry("z", at("acceleration", 2, 1)),
            entry("moisture", number("soil-moisture")),
            entry("battery", number("battery-voltage")),
            entry("charging", (maker, ours) -> maker.truth().orElseThrow() == ours.containsKey("charging")),
            entry("valid", (maker, ours) -> maker.truth().orElseThrow() == ours.containsKey("soil-moisture")),
            entry("sensorType", constant()),
            entry("settingsAllowed", constant()));

    /** The maker rounds, and writes "null" for what the frame does not have. */
    private static final Map<String, Expectation> STREGA = Map.ofEntries(
            entry("Actuator", number("valve-open")),
            entry("Tamper", number("tampered")),
            entry("Cable", number("cable")),
            entry("DI0", at("digital-input", 0, 1)),
            entry("DI1", at("digital-input", 1, 1)),
            entry("Leak", number("leak")),
            entry("Fraud", number("fraud")),
            entry("Class", number("class-c")),
            entry("Power", number("external-power")),
            entry("vt", constant()),
            entry("Bat", rounded("battery-level", 100, 1)),
            entry("Temp", rounded("temperature", 1, 100)),
            entry("Hygro", rounded("humidity", 1, 100)),
            entry("counterValue", (maker, ours) -> !ours.containsKey("pulses")),
            entry("Ana", (maker, ours) -> !ours.containsKey("analogue-volts")));

    private static final Map<String, Expectation> NETVOX = netvox();

    @ParameterizedTest
    @CsvSource({
        "lse01-codec, LSE01",
        "lse01-114-codec, LSE01",
        "lsph01-codec, LSPH01",
        "lsnpk01-codec, LSNPK01",
        "llms01-codec, LLMS01",
        "lsn50-v2-codec, LSN50V2",
        "lsn50v2-d20-codec, LSN50V2-D20",
        "lsn50v2-s31-codec, LSN50V2-S31",
        "lpn-cm4-codec, LPN-CM4",
        "elt-2-codec, ELT-2",
        "soil-moisture-sensor-codec, SOIL-MOISTURE",
        "smart-emitter-codec, SMART-EMITTER",
        "sensecap-codec, SENSECAP",
        "sensecap210x-codec, SENSECAP",
        "loramodule-e5-codec, SENSECAP",
        "loradevelopkit-e5-codec, LORA-E5",
        "r72615a-codec, R72615A"
    })
    void every_value_of_the_makers_codec_is_among_our_facts(String codec, String model) {
        Vectors.check(codec, frame -> read(model, frame), expectations(model));
    }

    private static Map<String, List<Double>> read(String model, Frame frame) {
        Facts facts = SoilModels.ALL.named(model).read(frame);
        return facts.refusal()
                .map(refusal -> Map.of(refusal.name(), List.<Double>of()))
                .orElseGet(facts::byKind);
    }

    private static Map<String, Expectation> expectations(String model) {
        return switch (model) {
            case "LPN-CM4" -> COMTAC;
            case "ELT-2", "SOIL-MOISTURE" -> OTHERS;
            case "SMART-EMITTER" -> STREGA;
            case "SENSECAP", "LORA-E5" -> SenseCapExpectations.ALL;
            case "R72615A" -> NETVOX;
            default -> DRAGINO;
        };
    }

    private static Expectation now(Map<String, List<Double>> ours, String fact) {
        return all(ours.containsKey(fact) ? fact : "past-" + fact);
    }

    private static Expectation rounded(String fact, double factor, double steps) {
        return (maker, ours) -> maker.number().orElseThrow()
                == Math.round(ours.getOrDefault(fact, List.of(Double.NaN)).get(0) * factor * steps) / steps;
    }

    private static Map<String, Expectation> netvox() {
        Map<String, Expectation> all = new HashMap<>();
        all.put("Device", constant());
        all.put("Cmd", constant());
        all.put("SWver", number("software-version"));
        all.put("HWver", number("hardware-version"));
        all.put("Datecode", number("firmware-date"));
        all.put("Volt", number("battery-voltage"));
        all.put("Status", word("setting-accepted", Map.of("Success", 0.0, "Failure", 1.0)));
        all.put("MinTime", number("report-interval"));
        all.put("MaxTime", number("report-interval-most"));
        for (String dust : List.of("PM1_0", "PM2_5", "PM10", "um0_3", "um0_5", "um1_0", "um2_5", "um5_0", "um10")) {
            all.put(dust, among("dust", NONE));
        }
        for (String gas : List.of("O3", "CO", "NO", "NO2", "SO2", "H2S", "CO2", "NH3", "VOC")) {
            all.put(gas, among("gas", NONE));
        }
        for (String water : List.of("TempPH", "ORP", "NTU", "TempNTU", "WaterLevel", "TempLDO", "LDO_DO", "LDO_Sat")) {
            all.put(water, among("water", NONE));
        }
        all.put("Noise", among("noise", NONE));
        all.put("PH", among("soil-ph", NONE));
        all.put("EC5SoildHumi", among("soil-moisture", NONE));
        all.put("SoildHumi5TE", among("soil-moisture", NONE));
        all.put("SoildTemp5TE", among("soil-temperature", NONE));
        all.put("EC5TE", among("soil-conductivity", NONE));
        all.put("Temperature", among("temperature", NONE));
        all.put("Humidity", among("humidity", NONE));
        all.put("WindSpeed", among("wind-speed", NONE));
        all.put("WindDirection", among("wind-direction", NONE));
        all.put("Atomsphere", among("pressure", NONE));
        return Map.copyOf(all);
    }
}
