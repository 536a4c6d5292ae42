package sluice.metrics.internal;

import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreCount;

/** Writes how much the store keeps, how long already, and what should be gone. */
final class StoreMetrics {
    private final @Nullable Store store;
    private final Exposition page;

    StoreMetrics(@Nullable Store store, Exposition page) {
        this.store = store;
        this.page = page;
    }

    void write() {
        boolean isUp = store != null && store.trouble().isEmpty();
        page.family(
                        "sluice_store_up",
                        "gauge",
                        "1 while the store can be read and written; who needs it waits otherwise.")
                .sample(isUp ? 1 : 0);
        if (store == null) {
            return;
        }
        page.family("sluice_store_records", "gauge", "Records that are kept, by why: live, retained, held.");
        store.counts().forEach(count -> page.sample(count.records(), labels(count)));
        page.family(
                "sluice_store_oldest_seconds",
                "gauge",
                "Age of the oldest record; up to a step of its deadline too much.");
        store.counts().forEach(count -> page.sample(count.oldest().toSeconds(), labels(count)));
        page.family(
                "sluice_store_overdue_seconds",
                "gauge",
                "How long the record that should have gone first is past its deadline.");
        store.counts().forEach(count -> page.sample(count.overdue().toSeconds(), labels(count)));
    }

    private static String[] labels(StoreCount count) {
        return new String[] {
            "owner",
            count.place().owner(),
            "purpose",
            count.place().purpose(),
            "state",
            count.state().toString()
        };
    }
}
