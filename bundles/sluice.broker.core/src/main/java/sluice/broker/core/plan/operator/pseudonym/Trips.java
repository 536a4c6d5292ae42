package sluice.broker.core.plan.operator.pseudonym;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The trips under way, of each flow. A plan that is made anew in place of another finds them again; once no plan needs them they are gone.
 */
final class Trips {
    private final Map<Name, WeakReference<TripTable>> tables = new ConcurrentHashMap<>();

    /** Whose trips. */
    record Name(String recipient, String stream, Scope scope, Duration gap) {}

    synchronized TripTable table(Name name) {
        tables.values().removeIf(reference -> reference.get() == null);
        WeakReference<TripTable> reference = tables.get(name);
        @Nullable TripTable known = reference == null ? null : reference.get();
        if (known != null) {
            return known;
        }
        TripTable fresh = new TripTable(name.gap());
        tables.put(name, new WeakReference<>(fresh));
        return fresh;
    }
}
