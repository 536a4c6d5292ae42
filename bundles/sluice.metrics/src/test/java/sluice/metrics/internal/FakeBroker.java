package sluice.metrics.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.FlowKey;

/** A broker that says what a test wants it to say. */
final class FakeBroker implements BrokerView {
    final List<FlowSnapshot> flows = new ArrayList<>();
    final Map<String, Long> door = new LinkedHashMap<>();
    final Map<String, Map<String, Long>> streams = new LinkedHashMap<>();
    final List<Guest> guests = new ArrayList<>();

    FakeBroker flow(FlowKey key, State state, String code, Map<String, Long> counts, int queued, Latency latency) {
        flows.add(new FlowSnapshot(key, state, code, "a rule", counts, queued, latency));
        return this;
    }

    @Override
    public List<FlowSnapshot> flows() {
        return flows;
    }

    @Override
    public Map<String, Long> door() {
        return door;
    }

    @Override
    public Map<String, Map<String, Long>> streams() {
        return streams;
    }

    @Override
    public List<String> explain(String stream, String purpose, String recipient) {
        return List.of();
    }

    @Override
    public Optional<List<Sight>> whoCanSee(String stream, String field) {
        return Optional.empty();
    }

    @Override
    public List<Sample> samples() {
        return List.of();
    }

    @Override
    public List<Guest> guests() {
        return guests;
    }
}
