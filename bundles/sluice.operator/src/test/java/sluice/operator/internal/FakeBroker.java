package sluice.operator.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.FlowKey;

/** A broker that says what a test wants it to say. */
public final class FakeBroker implements BrokerView {
    /** The corridor counts of the fact sheet's traffic example. */
    public static final FlowKey PLANNING = new FlowKey("traffic.plate", "traffic-planning", "sluice.app.planning");

    /** A prohibited purpose. */
    public static final FlowKey ADVERTISING = new FlowKey("traffic.plate", "advertising", "sluice.demo.advertising");

    /** A flow of which no rule speaks. */
    public static final FlowKey CLEANING = new FlowKey("waste.container", "street-cleaning", "sluice.app.sweeper");

    public final List<FlowSnapshot> flows = new ArrayList<>();
    public final Map<String, Long> door = new LinkedHashMap<>();
    public final Map<String, Map<String, Long>> streams = new LinkedHashMap<>();
    public final List<Sample> samples = new ArrayList<>();
    public final List<Sight> sights = new ArrayList<>();
    public final List<Guest> guests = new ArrayList<>();

    /** One permitted flow, one denied, one of which no rule speaks, and what happened before them. */
    public static FakeBroker city() {
        FakeBroker broker = new FakeBroker();
        broker.flow(
                ADVERTISING,
                State.DENY,
                "prohibited",
                "purpose `advertising` is prohibited by MFIPPA s. 31",
                Map.of("prohibited", 45L),
                new Latency(0, 0));
        broker.flow(
                PLANNING,
                State.PERMIT,
                "permitted",
                "policy `corridor-counts` (`policies/corridor-counts.yaml` line 1)",
                Map.of("permitted", 12_345L, "overflow", 2L, "inaccurate", 7L, "gap", 1L),
                new Latency(420, 12_600));
        broker.flow(CLEANING, State.GAP, "gap", "no policy speaks of it", Map.of("gap", 40L), new Latency(0, 0));
        broker.door.putAll(Map.of("accepted", 12_400L, "malformed", 3L, "rate-limited", 1L));
        broker.streams.put("traffic.plate", Map.of("classified", 12_390L, "stripped", 1L, "inaccurate", 7L));
        broker.sights.add(new Sight(
                PLANNING,
                "observed",
                "round-time PT15M",
                "DEIDENTIFIED",
                "policy `corridor-counts` `policies/corridor-counts.yaml` line 1",
                "permitted",
                "is here and is told",
                "collected under notice `2026-1` `purposes/traffic.yaml` line 9, in force from 2026-01-01T05:00:00Z"));
        broker.sights.add(
                new Sight(ADVERTISING, "", "", "", "", "prohibited", "purpose `advertising` is prohibited", ""));
        broker.samples.add(new Sample(
                PLANNING,
                Map.of("plate", "SIM0417", "segment", "king-west", "observed", "2026-07-01T08:07:12Z"),
                Map.of("segment", "king-west", "observed", "2026-07-01T08:00:00Z", "day", "wednesday")));
        return broker;
    }

    /** Adds a flow. */
    public void flow(FlowKey key, State state, String code, String rule, Map<String, Long> counts, Latency latency) {
        flows.add(new FlowSnapshot(key, state, code, rule, counts, 0, latency));
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
        return List.of("deny: " + stream + " for " + purpose + " to " + recipient, "the rule");
    }

    @Override
    public Optional<List<Sight>> whoCanSee(String stream, String field) {
        return field.equals("nowhere") ? Optional.empty() : Optional.of(sights);
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public List<Guest> guests() {
        return guests;
    }
}
