package sluice.broker.core.flow;

import java.util.Comparator;
import sluice.broker.core.port.FlowKey;

/** The order in which flows are shown. */
final class FlowOrder {
    static final Comparator<FlowKey> BY_NAME = Comparator.comparing(FlowKey::stream)
            .thenComparing(FlowKey::purpose)
            .thenComparing(FlowKey::recipient);

    private FlowOrder() {}
}
