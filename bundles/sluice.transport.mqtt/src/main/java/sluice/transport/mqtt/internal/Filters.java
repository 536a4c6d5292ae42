package sluice.transport.mqtt.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.broker.core.port.MqttSource;

/** The accounts of one session, found by topic. Immutable; no prefix starts with another's. */
final class Filters {
    static final Filters NONE = new Filters(List.of());

    private final TreeMap<String, MqttSource> byPrefix = new TreeMap<>();

    Filters(List<MqttSource> sources) {
        sources.forEach(source -> byPrefix.put(source.prefix(), source));
    }

    boolean isEmpty() {
        return byPrefix.isEmpty();
    }

    Optional<MqttSource> of(String topic) {
        Map.Entry<String, MqttSource> nearest = byPrefix.floorEntry(topic);
        return nearest != null && topic.startsWith(nearest.getKey())
                ? Optional.of(nearest.getValue())
                : Optional.empty();
    }

    /** The filters that are here and not there. */
    List<String> without(Filters there) {
        return byPrefix.keySet().stream()
                .filter(prefix -> !there.byPrefix.containsKey(prefix))
                .map(prefix -> prefix + "#")
                .toList();
    }
}
