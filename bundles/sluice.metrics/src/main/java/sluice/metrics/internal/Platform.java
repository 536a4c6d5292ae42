package sluice.metrics.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Ledger;

/** What is here now of the platform. Each part may come and go between two calls. */
interface Platform {
    /** The broker, or null while it does not run. */
    @Nullable
    BrokerView broker();

    /** The ledger, or null while it does not run. */
    @Nullable
    Ledger ledger();

    /** Every part that can speak for itself, and what it said; one of them for each {@code Trouble.Source}. */
    List<PartReport> reports();
}
