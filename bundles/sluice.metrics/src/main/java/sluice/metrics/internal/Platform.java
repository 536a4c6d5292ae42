package sluice.metrics.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.access.AccessCounts;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.Trouble;
import sluice.guard.Admission;
import sluice.guard.Armed;

/** What is here now of the platform. Each part may come and go between two calls. */
interface Platform {
    /** The broker, or null while it does not run. */
    @Nullable
    BrokerView broker();

    /** The ledger, or null while it does not run. */
    @Nullable
    Ledger ledger();

    /** The store, or null while it does not run. */
    @Nullable
    Store store();

    /** That the guard is armed, or null while it is not. */
    @Nullable
    Armed armed();

    /** Whom the guard lets in, or null while it does not run. */
    @Nullable
    Admission admission();

    /** Who was let in and sent away, or null while nobody counts. */
    @Nullable
    AccessCounts access();

    /** Every part that can speak for itself, and what it said; one of them for each {@code Trouble.Source}. */
    List<Trouble.Report> reports();
}
