package sluice.operator.internal.text;

import java.util.Locale;
import java.util.Map;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.BrokerView.FlowSnapshot;
import sluice.broker.core.port.BrokerView.State;
import sluice.operator.internal.Figures;
import sluice.operator.internal.FlowCounts;

/** Every flow that was asked for, by stream. */
public final class FlowsText {
    private FlowsText() {}

    /**
     * The answer of {@code sluice:flows}.
     *
     * @param broker whose flows
     * @return lines
     */
    public static String of(BrokerView broker) {
        Table table = new Table()
                .text("PURPOSE")
                .text("RECIPIENT")
                .text("DECISION")
                .figure("PERMITTED")
                .figure("DENIED")
                .figure("GAP")
                .figure("QUEUED")
                .figure("P50/P99 ms");
        Map<String, Map<String, Long>> streams = broker.streams();
        String stream = "";
        for (FlowSnapshot flow : broker.flows()) {
            if (!flow.flow().stream().equals(stream)) {
                stream = flow.flow().stream();
                table.heading(heading(stream, streams.getOrDefault(stream, Map.of())));
            }
            add(table, flow);
        }
        return table.orElse("no application asks for a stream; `bundle:list` shows which are installed");
    }

    /**
     * A decision in two words.
     *
     * @param flow the flow
     * @return {@code permit}, {@code gap}, or {@code deny} and the code
     */
    public static String decision(FlowSnapshot flow) {
        String state = flow.state().name().toLowerCase(Locale.ROOT);
        return flow.state() == State.DENY ? state + " " + flow.code() : state;
    }

    private static String heading(String stream, Map<String, Long> counts) {
        long classified = counts.getOrDefault("classified", 0L);
        long stripped = counts.getOrDefault("stripped", 0L);
        return stream + " (" + Figures.of(classified, "reading") + " classified, " + Figures.of(stripped, "field")
                + " stripped)";
    }

    private static void add(Table table, FlowSnapshot flow) {
        FlowCounts counts = FlowCounts.of(flow);
        String latency = Figures.millis(flow.latency().p50Micros()) + "/"
                + Figures.millis(flow.latency().p99Micros());
        table.row(
                flow.flow().purpose(),
                flow.flow().recipient(),
                decision(flow),
                Figures.count(counts.permitted()),
                Figures.count(counts.denied()),
                Figures.count(counts.gap()),
                Figures.count(flow.queued()),
                latency.equals("-/-") ? "-" : latency);
        String breakdown = counts.breakdown(flow.code());
        table.detail("rule: " + flow.rule()).detail(breakdown.isEmpty() ? "" : "denied: " + breakdown);
    }
}
