package sluice.lorawan.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.driver.spi.Json;

/**
 * ChirpStack v4 with JSON encoding: {@code application/{id}/device/{devEui}/event/{event}} over MQTT, the same JSON by its HTTP
 * integration.
 *
 * @see <a href="https://www.chirpstack.io/docs/chirpstack/integrations/events.html">its events</a>
 */
final class ChirpStack implements Network {
    private static final Pattern TOPIC = Pattern.compile("(?:.*/)?application/[^/]+/device/([^/]+)/event/([a-z]+)");

    private static final Map<String, Event> BY_TOPIC = Map.of(
            "up", Event.UPLINK,
            "join", Event.JOIN,
            "status", Event.STATUS,
            "ack", Event.ACKNOWLEDGEMENT,
            "txack", Event.OTHER, // a gateway sent it; whether the device has it is not said
            "log", Event.OTHER,
            "location", Event.OTHER,
            "integration", Event.OTHER);

    // Its HTTP integration names the event in the query only, so that a message has to be known by what it holds.
    private static final List<Sign> SIGNS = List.of(
            new Sign("rxInfo", Event.UPLINK),
            new Sign("data", Event.UPLINK),
            new Sign("gatewayId", Event.OTHER), // txack; it has a queueItemId too
            new Sign("queueItemId", Event.ACKNOWLEDGEMENT),
            new Sign("margin", Event.STATUS),
            new Sign("batteryLevel", Event.STATUS),
            new Sign("devAddr", Event.JOIN));

    @Override
    public Optional<Heading> heading(String topic) {
        Matcher matcher = TOPIC.matcher(topic);
        return matcher.matches()
                ? Optional.ofNullable(BY_TOPIC.get(matcher.group(2)))
                        .map(event -> new Heading(event, normal(matcher.group(1))))
                : Optional.empty();
    }

    @Override
    public Optional<Event> shape(Json root) {
        boolean mine = !root.get("deviceInfo").get("devEui").isAbsent();
        return mine ? Optional.of(Sign.first(SIGNS, root)) : Optional.empty();
    }

    @Override
    public Letter letter(Json root) {
        Json eui = root.get("deviceInfo").get("devEui");
        return new Letter(
                eui, normal(eui.text().orElse("")), root, new Letter.Names("data", "fPort", "fCnt"), root.get("time"));
    }

    private static String normal(String eui) {
        return DevEui.address(eui).orElse(eui);
    }
}
