package sluice.driver.traffic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.driver.spi.Frame;

/** Messages made up for these tests. The addresses are of nobody: 00-00-5E-00-53 is for documentation (RFC 7042). */
final class Messages {
    static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:05Z");
    static final Instant STATED = Instant.parse("2026-03-01T12:00:00Z");

    static final String DETECTOR = """
            {"type": "TrafficFlowObserved", "dateObserved": "2026-03-01T12:00:00Z", "period": 60, "batteryVoltage": 12.4, "fault": 0,
             "lanes": [{"lane": 1, "intensity": 12, "occupancy": 0.18, "averageVehicleSpeed": 43.5, "queueLength": 35},
                   {"lane": 2, "intensity": 0, "occupancy": 0}]}\
            """;

    static final String SIGNAL = """
            {"dateObserved": "2026-03-01T12:00:00Z", "plan": 3, "cycleSecond": 47, "groups": [{"reds": 185, "yellows": 2, "greens": 68}]}\
            """;

    static final String READER = """
            {"dateObserved": "2026-03-01T12:00:00Z", "readings": [
             {"address": "00:00:5E:00:53:01", "time": "2026-03-01T11:59:58Z", "name": "Alice's phone", "rssi": -70},
             {"address": "00005e005302"},
             {"address": "02-00-5e-00-53-03"}]}\
            """;

    private Messages() {}

    static Frame frame(String json) {
        return Frame.of(json.getBytes(StandardCharsets.UTF_8), RECEIVED).typed("application/json");
    }

    static Map<String, List<Frame>> golden() {
        Map<String, List<Frame>> golden = new TreeMap<>();
        golden.put("DETECTOR", List.of(frame(DETECTOR), frame("{\"intensity\": 7}")));
        golden.put("SIGNAL", List.of(frame(SIGNAL)));
        golden.put("TRAVEL-TIME", List.of(frame(READER), frame("{\"readings\": []}")));
        return golden;
    }
}
