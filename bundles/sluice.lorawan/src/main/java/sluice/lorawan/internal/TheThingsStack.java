package sluice.lorawan.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.driver.spi.Json;

/**
 * The Things Stack v3: {@code v3/{application}@{tenant}/devices/{device}/{event}} over MQTT, the same JSON by webhook.
 *
 * @see <a href="https://www.thethingsindustries.com/docs/integrations/mqtt/">its topics</a>
 */
final class TheThingsStack implements Network {
    private static final Pattern TOPIC = Pattern.compile("(?:.*/)?v3/[^/]+/devices/([^/]+)/([a-z]+(?:/[a-z]+)?)");

    // Commands to the server (down/push, down/replace) are no events of it, and are not listed.
    private static final Map<String, Event> BY_TOPIC = Map.of(
            "up", Event.UPLINK,
            "up/normalized", Event.OTHER, // repeats an uplink that came already
            "join", Event.JOIN,
            "down/ack", Event.ACKNOWLEDGEMENT,
            "down/nack", Event.ACKNOWLEDGEMENT,
            "down/failed", Event.ACKNOWLEDGEMENT,
            "down/queued", Event.OTHER,
            "down/sent", Event.OTHER,
            "location/solved", Event.OTHER,
            "service/data", Event.OTHER);

    private static final List<Sign> SIGNS = List.of(
            new Sign("uplink_message", Event.UPLINK),
            new Sign("join_accept", Event.JOIN),
            new Sign("downlink_ack", Event.ACKNOWLEDGEMENT),
            new Sign("downlink_nack", Event.ACKNOWLEDGEMENT),
            new Sign("downlink_failed", Event.ACKNOWLEDGEMENT));

    @Override
    public Optional<Heading> heading(String topic) {
        Matcher matcher = TOPIC.matcher(topic);
        return matcher.matches()
                ? Optional.ofNullable(BY_TOPIC.get(matcher.group(2))).map(event -> new Heading(event, matcher.group(1)))
                : Optional.empty();
    }

    @Override
    public Optional<Event> shape(Json root) {
        return root.get("end_device_ids").isAbsent() ? Optional.empty() : Optional.of(Sign.first(SIGNS, root));
    }

    @Override
    public Letter letter(Json root) {
        Json device = root.get("end_device_ids");
        Json uplink = root.get("uplink_message");
        Json received = uplink.get("received_at");
        return new Letter(
                device.get("dev_eui"),
                device.get("device_id").text().orElse(""),
                uplink,
                new Letter.Names("frm_payload", "f_port", "f_cnt"),
                received.isAbsent() ? root.get("received_at") : received);
    }
}
