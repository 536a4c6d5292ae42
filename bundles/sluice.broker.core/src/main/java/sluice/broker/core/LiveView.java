package sluice.broker.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.broker.core.flow.Meter;
import sluice.broker.core.flow.Route;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.intake.Door;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.recipient.Recipient;

/** The broker as an operator sees it, computed when asked. */
final class LiveView implements BrokerView {
    private final Platform platform;
    private final Door door;
    private final Map<String, Recipient> recipients;

    LiveView(Platform platform, Door door, Map<String, Recipient> recipients) {
        this.platform = platform;
        this.door = door;
        this.recipients = recipients;
    }

    @Override
    public List<FlowSnapshot> flows() {
        List<FlowSnapshot> flows = new ArrayList<>();
        platform.router().rulings().forEach((flow, ruling) -> flows.add(snapshot(flow, ruling)));
        return flows;
    }

    @Override
    public Map<String, Long> door() {
        return accepted(platform.meters().ofDoor(), "accepted");
    }

    @Override
    public Map<String, Map<String, Long>> streams() {
        Map<String, Map<String, Long>> streams = new TreeMap<>();
        for (Meter meter : platform.meters().streams()) {
            streams.put(meter.flow().stream(), accepted(meter, "classified"));
        }
        return streams;
    }

    @Override
    public List<String> explain(String stream, String purpose, String recipient) {
        return platform.router()
                .explain(new FlowKey(stream, purpose, recipient))
                .considered();
    }

    @Override
    public Optional<List<Sight>> whoCanSee(String stream, String field) {
        return platform.router().declares(stream, field)
                ? Optional.of(platform.router().whoCanSee(stream, field))
                : Optional.empty();
    }

    @Override
    public List<Sample> samples() {
        Map<FlowKey, Sample> last = new LinkedHashMap<>();
        for (Route route : platform.router().routes()) {
            route.samples().forEach(sample -> last.put(sample.flow(), sample));
        }
        return List.copyOf(last.values());
    }

    @Override
    public List<Guest> guests() {
        List<Guest> guests = new ArrayList<>(door.guests());
        recipients.values().forEach(recipient -> recipient.guest().ifPresent(guests::add));
        guests.sort(Comparator.comparing(Guest::name));
        return guests;
    }

    private FlowSnapshot snapshot(FlowKey flow, Ruling ruling) {
        Meter meter = platform.meters().of(flow);
        int queued = Optional.ofNullable(recipients.get(flow.recipient()))
                .map(Recipient::queued)
                .orElse(0);
        return new FlowSnapshot(
                flow, state(ruling), code(ruling), rule(ruling), meter.counts(), queued, meter.latency());
    }

    private static State state(Ruling ruling) {
        if (ruling instanceof Ruling.Denied denied) {
            return denied.reason() == Reason.GAP ? State.GAP : State.DENY;
        }
        return State.PERMIT;
    }

    private static String code(Ruling ruling) {
        return ruling instanceof Ruling.Denied denied ? denied.reason().code() : Ledger.PERMITTED;
    }

    private static String rule(Ruling ruling) {
        return ruling instanceof Ruling.Permitted permitted
                ? "policy `" + permitted.policy().name() + "` "
                        + permitted.policy().where()
                : ((Ruling.Denied) ruling).why();
    }

    /** A meter's counts, with what went on under a word of its own. */
    private static Map<String, Long> accepted(Meter meter, String word) {
        Map<String, Long> counts = new HashMap<>(meter.counts());
        counts.put(word, Optional.ofNullable(counts.remove(Ledger.PERMITTED)).orElse(0L));
        return new TreeMap<>(counts);
    }
}
