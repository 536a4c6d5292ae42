package sluice.driver.smartbin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;
import sluice.driver.smartbin.model.BinFacts;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Tools;

/**
 * A compacting station that posts JSON, in the manner of BigBelly's: fullness in tenths, alerts as words.
 *
 * <p>A station that reports radio identifiers of those who pass is refused as a whole: its message is not one that a city may take in, and
 * whoever sends it should notice.
 */
final class Station {
    /** What the device file calls it. */
    static final String MODEL = "BIGBELLY";

    private static final List<String> PASSERS_BY = List.of(
            "wifi", "wifiProbes", "bluetooth", "macs", "macAddresses", "radioIdentifiers", "devicesSeen", "imsi");
    private static final double FULLNESS_STEPS = 10;

    private final Tools tools;

    Station(Tools tools) {
        this.tools = tools;
    }

    Facts read(Frame frame) {
        Optional<Json> message = tools.json(frame.payload());
        return message.map(this::station).orElseGet(() -> Facts.refused(Refusal.MALFORMED));
    }

    private Facts station(Json station) {
        if (PASSERS_BY.stream().anyMatch(name -> !station.get(name).isAbsent())) {
            tools.note("radio-identifiers", 1);
            return Facts.refused(Refusal.UNKNOWN_MESSAGE);
        }
        OptionalDouble fullness = station.get("latestFullness").number();
        if (fullness.isEmpty()) {
            return Facts.refused(station.get("serialNumber").isAbsent() ? Refusal.MALFORMED : Refusal.UNKNOWN_MESSAGE);
        }
        Facts facts = Facts.none().say(BinFacts.FILL, fullness.getAsDouble() / FULLNESS_STEPS);
        say(facts, station, "weightKg", BinFacts.WEIGHT);
        say(facts, station, "temperatureC", Known.TEMPERATURE);
        say(facts, station, "batteryVoltage", Known.BATTERY_VOLTS);
        say(facts, station, "lidOpenings", BinFacts.LID_OPENINGS);
        alerts(facts, station.get("alerts").items());
        return facts;
    }

    private static void say(Facts facts, Json station, String name, Fact fact) {
        station.get(name).number().ifPresent(value -> facts.say(fact, value));
    }

    private static void alerts(Facts facts, List<Json> alerts) {
        facts.say(BinFacts.FIRE, has(alerts, "FIRE")).say(BinFacts.TILTED, has(alerts, "TILT"));
        facts.say(Known.FAULT, has(alerts, "COMPACTOR"));
    }

    private static int has(List<Json> alerts, String word) {
        return alerts.stream()
                        .anyMatch(alert -> alert.text().filter(word::equals).isPresent())
                ? 1
                : 0;
    }
}
