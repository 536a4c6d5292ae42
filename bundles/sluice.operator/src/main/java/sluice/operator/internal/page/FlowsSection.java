package sluice.operator.internal.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.BrokerView.FlowSnapshot;
import sluice.broker.core.port.BrokerView.State;
import sluice.operator.internal.Figures;
import sluice.operator.internal.FlowCounts;

/** The table of flows, by stream. */
final class FlowsSection {
    private static final List<String> FIGURES = List.of("Permitted", "Denied", "Gap", "Queued", "p50 ms", "p99 ms");

    private final Html html;

    FlowsSection(Html html) {
        this.html = html;
    }

    void write(BrokerView broker) {
        List<FlowSnapshot> flows = broker.flows();
        html.leaf("h2", "Flows");
        if (flows.isEmpty()) {
            html.leaf("p", "No application asks for a stream.", "class", "none");
            return;
        }
        html.open("table", "class", "flows");
        html.leaf(
                "caption", "What was decided for each stream, purpose and recipient, and what came of it since start");
        writeHeader();
        Map<String, Map<String, Long>> streams = broker.streams();
        String stream = "";
        for (FlowSnapshot flow : flows) {
            if (!flow.flow().stream().equals(stream)) {
                closeGroup(stream);
                stream = flow.flow().stream();
                openGroup(stream, streams.getOrDefault(stream, Map.of()));
            }
            writeRow(flow);
        }
        closeGroup(stream);
        html.close();
    }

    private void writeHeader() {
        html.open("thead").open("tr");
        for (String header : List.of("Purpose", "Recipient", "Decision and rule")) {
            html.leaf("th", header, "scope", "col");
        }
        FIGURES.forEach(header -> html.leaf("th", header, "scope", "col", "class", "figure"));
        html.close().close();
    }

    private void openGroup(String stream, Map<String, Long> counts) {
        html.open("tbody").open("tr", "class", "stream");
        html.open("th", "scope", "rowgroup", "colspan", String.valueOf(3 + FIGURES.size()));
        html.text(stream).text(" ");
        String readings = Figures.of(counts.getOrDefault("classified", 0L), "reading") + " classified, "
                + Figures.of(counts.getOrDefault("stripped", 0L), "field") + " stripped";
        html.leaf("small", readings).close().close();
    }

    private void closeGroup(String stream) {
        if (!stream.isEmpty()) {
            html.close();
        }
    }

    private void writeRow(FlowSnapshot flow) {
        FlowCounts counts = FlowCounts.of(flow);
        String state = flow.state().name().toLowerCase(Locale.ROOT);
        html.open("tr");
        html.leaf("th", flow.flow().purpose(), "scope", "row");
        html.leaf("td", flow.flow().recipient());
        html.open("td").leaf("span", state, "class", "mark " + state);
        if (flow.state() == State.DENY) {
            html.text(" ").leaf("code", flow.code());
        }
        html.leaf("small", flow.rule(), "class", "rule");
        String breakdown = counts.breakdown(flow.code());
        html.leaf("small", breakdown.isEmpty() ? "" : "denied: " + breakdown, "class", "rule")
                .close();
        figure(Figures.count(counts.permitted()));
        figure(Figures.count(counts.denied()));
        figure(Figures.count(counts.gap()));
        figure(Figures.count(flow.queued()));
        figure(Figures.millis(flow.latency().p50Micros()));
        figure(Figures.millis(flow.latency().p99Micros()));
        html.close();
    }

    private void figure(String figure) {
        html.leaf("td", figure, "class", figure.equals("0") || figure.equals("-") ? "figure zero" : "figure");
    }
}
