package sluice.testkit.driver;

import static sluice.testkit.driver.Expectation.constant;
import static sluice.testkit.driver.Expectation.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.driver.spi.Json;

/** SenseCAP's codec gives a list of messages of several types, which no single name tells apart. */
public final class SenseCapExpectations {
    /** Measurements of the examples, by the maker's number. */
    private static final Map<Long, String> MEASUREMENTS = Map.of(4097L, "temperature", 4098L, "humidity");

    /** By the maker's names. */
    public static final Map<String, Expectation> ALL = all();

    private SenseCapExpectations() {}

    private static Map<String, Expectation> all() {
        Map<String, Expectation> all = new HashMap<>();
        all.put(
                "messages",
                (maker, ours) ->
                        !maker.items().isEmpty() && maker.items().stream().allMatch(message -> agrees(message, ours)));
        // What the frame is written as, and the names within messages, which are compared message by message.
        for (String name : List.of(
                "valid",
                "err",
                "payload",
                "type",
                "measurementId",
                "measurementValue",
                "hardwareVersion",
                "softwareVersion",
                "battery",
                "interval",
                "channel",
                "sensorId")) {
            all.put(name, constant());
        }
        return all;
    }

    private static boolean agrees(Json message, Map<String, List<Double>> ours) {
        return switch (message.get("type").text().orElse("")) {
            case "report_telemetry" ->
                number(MEASUREMENTS.getOrDefault(
                                message.get("measurementId").integer().orElseThrow(), "unknown"))
                        .agrees(message.get("measurementValue"), ours);
            case "upload_version" ->
                number("hardware-version").agrees(message.get("hardwareVersion"), ours)
                        && number("software-version").agrees(message.get("softwareVersion"), ours);
            case "upload_battery" -> number("battery-level", 100).agrees(message.get("battery"), ours);
            case "upload_interval" -> number("report-interval").agrees(message.get("interval"), ours);
            case "report_remove_sensor" -> ours.containsKey("probe-removed");
            // A serial number is read past on purpose.
            case "upload_sensor_id" -> true;
            default -> false;
        };
    }
}
