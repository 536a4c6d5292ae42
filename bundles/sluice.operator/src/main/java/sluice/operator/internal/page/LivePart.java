package sluice.operator.internal.page;

import java.util.List;
import java.util.Map;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.BrokerView.FlowSnapshot;
import sluice.broker.core.port.BrokerView.State;
import sluice.operator.internal.Figures;
import sluice.operator.internal.Finding;
import sluice.operator.internal.FlowCounts;
import sluice.operator.internal.Platform;
import sluice.operator.internal.Why;

/** The part of the page that changes. Each section has an id of its own, so that the browser replaces only what is new. */
final class LivePart {
    private final Platform platform;
    private final Html html;

    LivePart(Platform platform, Html html) {
        this.platform = platform;
        this.html = html;
    }

    void write() {
        BrokerView broker = platform.broker();
        List<Finding> findings = new Why(platform).findings();
        // announced by a screen reader when it changes; the figures, which change every second, are not
        html.leaf(
                "p",
                status(broker == null ? List.of() : broker.flows(), findings),
                "id",
                "sluice-status",
                "role",
                "status");
        if (broker != null) {
            section("sluice-totals", () -> writeTotals(broker));
            section("sluice-table", () -> new FlowsSection(html).write(broker));
        }
        section("sluice-troubles", () -> new TroublesSection(html).write(findings));
        if (broker != null) {
            section("sluice-samples", () -> new SamplesSection(html).write(broker.samples()));
            section("sluice-door", () -> new DoorSection(html).write(broker));
        }
    }

    private void section(String id, Runnable content) {
        html.open("section", "id", id);
        content.run();
        html.close();
    }

    private static String status(List<FlowSnapshot> flows, List<Finding> findings) {
        long permitted =
                flows.stream().filter(flow -> flow.state() == State.PERMIT).count();
        String troubles = findings.isEmpty()
                ? "Everything runs."
                : Figures.of(findings.size(), "thing") + (findings.size() == 1 ? " does not run." : " do not run.");
        return Figures.count(permitted) + " of " + Figures.of(flows.size(), "flow") + " permitted. " + troubles;
    }

    private void writeTotals(BrokerView broker) {
        List<FlowCounts> counts = broker.flows().stream().map(FlowCounts::of).toList();
        html.open("dl", "class", "totals");
        total("Permitted", counts.stream().mapToLong(FlowCounts::permitted).sum());
        total("Denied", counts.stream().mapToLong(FlowCounts::denied).sum());
        total("Gap", counts.stream().mapToLong(FlowCounts::gap).sum());
        total("Fields stripped", stripped(broker.streams()));
        total("Queued", broker.flows().stream().mapToLong(FlowSnapshot::queued).sum());
        total("Refused at the door", refused(broker.door()));
        html.close();
    }

    private void total(String name, long count) {
        html.open("div").leaf("dt", name).leaf("dd", Figures.count(count)).close();
    }

    private static long stripped(Map<String, Map<String, Long>> streams) {
        return streams.values().stream()
                .mapToLong(codes -> codes.getOrDefault("stripped", 0L))
                .sum();
    }

    private static long refused(Map<String, Long> door) {
        return door.entrySet().stream()
                .filter(count -> !count.getKey().equals("accepted"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
