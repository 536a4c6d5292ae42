package sluice.metrics.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sluice.access.AccessCounts;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.BrokerView.FlowSnapshot;
import sluice.broker.core.port.BrokerView.Guest;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Trouble;

/** Writes what the platform counts. Names of streams, purposes, recipients and guests, codes and counts; nothing of a reading. */
final class PlatformMetrics {
    private static final double MICROS_PER_SECOND = 1e6;

    private final Platform platform;
    private final Exposition page;

    PlatformMetrics(Platform platform, Exposition page) {
        this.platform = platform;
        this.page = page;
    }

    void write() {
        BrokerView broker = platform.broker();
        page.family("sluice_broker_up", "gauge", "1 while the broker runs.").sample(broker == null ? 0 : 1);
        new GuardMetrics(platform, page).write();
        writeAccess(platform.access());
        writeLedger(platform.ledger());
        new StoreMetrics(platform.store(), page).write();
        writeTroubles(platform.reports());
        if (broker != null) {
            writeFlows(broker.flows());
            writeDoor(broker);
            writeGuests(broker.guests());
        }
    }

    private void writeLedger(@Nullable Ledger ledger) {
        boolean isUp = ledger != null && ledger.trouble().isEmpty();
        page.family("sluice_ledger_up", "gauge", "1 while the ledger can be written; nothing is delivered otherwise.")
                .sample(isUp ? 1 : 0);
    }

    private void writeAccess(@Nullable AccessCounts access) {
        if (access == null) {
            return;
        }
        page.family(
                "sluice_sign_in_total", "counter", "Attempts to sign in with a password, at the console and by SSH.");
        access.signIns().forEach((outcome, count) -> page.sample(count, "outcome", outcome));
        page.family("sluice_request_refused_total", "counter", "Web requests that came from where they should not.");
        access.refusedRequests().forEach((code, count) -> page.sample(count, "code", code));
    }

    private void writeTroubles(List<Trouble.Report> reports) {
        page.family("sluice_trouble", "gauge", "Things that do not run now, by part and code; `sluice:why` says why.");
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Trouble.Report report : reports) {
            Map<String, Integer> codes = counts.computeIfAbsent(report.part(), part -> new TreeMap<>());
            report.troubles().forEach(trouble -> codes.merge(trouble.code(), 1, Integer::sum));
        }
        counts.forEach((part, codes) -> codes.forEach((code, count) -> page.sample(count, "part", part, "code", code)));
    }

    private void writeFlows(List<FlowSnapshot> flows) {
        page.family("sluice_flow_total", "counter", "Observations of a flow; code is permitted or why not.");
        for (FlowSnapshot flow : flows) {
            new TreeMap<>(flow.counts())
                    .forEach((code, count) -> page.sample(count, labels(flow.flow(), "code", code)));
        }
        page.family("sluice_flow_queued", "gauge", "Observations that wait for the recipient.");
        flows.forEach(flow -> page.sample(flow.queued(), labels(flow.flow())));
        page.family(
                "sluice_flow_latency_seconds",
                "summary",
                "From the door to the recipient's queue, since start; upper bounds of buckets that are 12 % wide.");
        for (FlowSnapshot flow : flows) {
            page.sample(seconds(flow.latency().p50Micros()), labels(flow.flow(), "quantile", "0.5"));
            page.sample(seconds(flow.latency().p99Micros()), labels(flow.flow(), "quantile", "0.99"));
        }
    }

    private void writeDoor(BrokerView broker) {
        page.family("sluice_door_total", "counter", "Messages at the door; code is accepted or why not.");
        new TreeMap<>(broker.door()).forEach((code, count) -> page.sample(count, "code", code));
        page.family(
                "sluice_stream_total",
                "counter",
                "Readings of a stream before any recipient; code is classified, stripped (fields) or why not.");
        new TreeMap<>(broker.streams())
                .forEach((stream, codes) -> new TreeMap<>(codes)
                        .forEach((code, count) -> page.sample(count, "stream", stream, "code", code)));
    }

    private void writeGuests(List<Guest> guests) {
        page.family("sluice_guest_up", "gauge", "1 while the driver or application runs; 0 if it stalled or failed.");
        // Two versions of one bundle have one name, and a page may say a thing once only: up means that both are.
        Map<String, Map<String, Boolean>> up = new TreeMap<>();
        for (Guest guest : guests) {
            up.computeIfAbsent(guest.name(), name -> new TreeMap<>())
                    .merge(guest.kind(), guest.status().equals("running"), Boolean::logicalAnd);
        }
        up.forEach(
                (name, kinds) -> kinds.forEach((kind, isUp) -> page.sample(isUp ? 1 : 0, "name", name, "kind", kind)));
    }

    private static double seconds(long micros) {
        return micros == 0 ? Double.NaN : micros / MICROS_PER_SECOND;
    }

    private static String[] labels(FlowKey flow, String... more) {
        String[] labels = new String[6 + more.length];
        labels[0] = "stream";
        labels[1] = flow.stream();
        labels[2] = "purpose";
        labels[3] = flow.purpose();
        labels[4] = "recipient";
        labels[5] = flow.recipient();
        System.arraycopy(more, 0, labels, 6, more.length);
        return labels;
    }
}
