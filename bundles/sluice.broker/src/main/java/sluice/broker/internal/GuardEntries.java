package sluice.broker.internal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import sluice.broker.core.port.Ledger;
import sluice.guard.GuardListener;

/**
 * Writes what the guard does into the ledger. It needs the ledger and nothing else, above all not the guard: an entry is written when the
 * guard is told to stop, and the broker, which does need it, is taken down after that.
 */
@Component(service = GuardListener.class, immediate = true)
public final class GuardEntries implements GuardListener {
    /** A full disk must not keep the guard from stopping; the entry is written once there is room. */
    private static final long PATIENCE_MILLIS = 1_000;

    private static final int MAX_DETAILS = 20;
    private static final int MAX_TEXT = 200;

    private final Ledger ledger;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sluice-guard-entries");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Writes.
     *
     * @param ledger where to
     */
    @Activate
    public GuardEntries(@Reference Ledger ledger) {
        this.ledger = requireNonNull(ledger, "ledger is null");
    }

    @Override
    public void event(String event, Map<String, String> details) {
        Map<String, String> bounded = bounded(details);
        await(writer.submit(() -> ledger.event(event, bounded)));
    }

    /** Writes what is left. */
    @Deactivate
    public void stop() {
        await(writer.submit(() -> {}));
        writer.shutdown();
    }

    /** A name out of a stranger's manifest may be as long as it likes there; an entry has a limit. */
    private static Map<String, String> bounded(Map<String, String> details) {
        Map<String, String> bounded = new TreeMap<>();
        details.entrySet().stream()
                .limit(MAX_DETAILS)
                .forEach(detail -> bounded.put(bounded(detail.getKey()), bounded(detail.getValue())));
        return bounded;
    }

    private static String bounded(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }

    private static void await(Future<?> entry) {
        try {
            entry.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException later) {
            // a ledger that can not be written says so itself; see `Ledger.trouble`
        }
    }
}
