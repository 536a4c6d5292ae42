package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;

/** One meter a flow, for as long as the platform runs: counts outlive bindings, plans and bundles. */
public final class Meters {
    private static final String NOBODY = "-";

    private final Map<FlowKey, Meter> meters = new ConcurrentHashMap<>();
    private final Ledger ledger;

    /**
     * No meters yet.
     *
     * @param ledger where counts are sealed
     */
    public Meters(Ledger ledger) {
        this.ledger = requireNonNull(ledger, "ledger is null");
    }

    /**
     * The meter of a flow.
     *
     * @param flow stream, purpose, recipient
     * @return the same each time
     */
    public Meter of(FlowKey flow) {
        return meters.computeIfAbsent(flow, key -> new Meter(key, ledger));
    }

    /**
     * The meter of a stream before any recipient is considered.
     *
     * @param stream its name
     * @return the same each time
     */
    public Meter ofStream(String stream) {
        return of(new FlowKey(stream, NOBODY, NOBODY));
    }

    /**
     * The meter of what is no reading yet.
     *
     * @return the same each time
     */
    public Meter ofDoor() {
        return of(FlowKey.DOOR);
    }

    /**
     * The meters of all streams.
     *
     * @return without order
     */
    public Collection<Meter> streams() {
        return meters.values().stream()
                .filter(meter ->
                        meter.flow().recipient().equals(NOBODY) && !meter.flow().equals(FlowKey.DOOR))
                .toList();
    }
}
