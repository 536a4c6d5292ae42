package sluice.broker.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.broker.core.model.Declassification;
import sluice.broker.core.port.Ledger;

/** Writes into the ledger when a declassification begins to hold, and when it does not any more: its end came, or its file went. */
final class Declassifications {
    private final Ledger ledger;
    private final Set<Declassification> holding = new LinkedHashSet<>();
    private List<Declassification> written = List.of();

    Declassifications(Ledger ledger) {
        this.ledger = requireNonNull(ledger, "ledger is null");
    }

    /** The city's entries are these from now on. */
    synchronized void activate(List<Declassification> entries, Instant now) {
        written = List.copyOf(entries);
        look(now);
    }

    /** Looks whether one began or ended. */
    synchronized void look(Instant now) {
        holding.removeIf(entry -> {
            boolean isOver = !written.contains(entry) || !now.isBefore(entry.until());
            if (isOver) {
                ledger.event("declassification-over", details(entry));
            }
            return isOver;
        });
        for (Declassification entry : written) {
            if (now.isBefore(entry.until()) && holding.add(entry)) {
                ledger.event("declassified", details(entry));
            }
        }
    }

    private static Map<String, String> details(Declassification entry) {
        return Map.of(
                "publisher", entry.publisher(),
                "stream", entry.stream(),
                "to", entry.to().name(),
                "reason", entry.reason(),
                "approver", entry.approver(),
                "until", entry.until().toString());
    }
}
