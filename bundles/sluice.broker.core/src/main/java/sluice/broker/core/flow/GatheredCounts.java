package sluice.broker.core.flow;

import java.util.Map;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.window.Closed;

/** What is counted of what was gathered. */
final class GatheredCounts {
    private GatheredCounts() {}

    static void count(Meter meter, Closed closed) {
        meter.mark("groups-hidden", closed.hidden());
        meter.mark("windows-void", closed.isVoid() ? 1 : 0);
        Reason reason = closed.lostAs();
        if (reason == null) {
            meter.mark("absorbed-in-vain", closed.lost());
            return;
        }
        for (long i = 0; i < closed.lost(); i++) {
            meter.refused(reason);
        }
    }

    /** What the ledger says of a window of which nothing is told. */
    static Map<String, String> ofVoid(FlowKey flow, Closed closed) {
        return Map.of(
                "stream", flow.stream(),
                "purpose", flow.purpose(),
                "recipient", flow.recipient(),
                "start", closed.start().toString(),
                "why", closed.voided());
    }
}
