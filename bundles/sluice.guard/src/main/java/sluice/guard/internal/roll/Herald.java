package sluice.guard.internal.roll;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.guard.GuardListener;
import sluice.guard.Guest;

/** Tells every {@link GuardListener} of the platform what happens, in order; what happened before the first one came, it is told then. */
public final class Herald implements ServiceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
    private static final int MOST_WAITING = 10_000;
    private static final long PATIENCE_SECONDS = 5;

    private final BundleContext context;
    private final Roster roster;
    private final Deque<Event> waiting = new ArrayDeque<>();
    private final ReentrantLock order = new ReentrantLock(true);
    private long lost;

    /** One that tells nothing to guests. */
    public Herald(BundleContext context, Roster roster) {
        this.context = context;
        this.roster = roster;
    }

    private record Event(String name, Map<String, String> details) {}

    /** Tells from now on; what waits, at once. */
    public void open() {
        try {
            context.addServiceListener(this, "(objectClass=" + GuardListener.class.getName() + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        deliver();
    }

    /**
     * Tells an event, or keeps it until there is somebody to tell it to: 10,000 of them at most, then the oldest is lost.
     *
     * @param event its code
     * @param details names, digests, codes and numbers
     */
    public void tell(String event, Map<String, String> details) {
        synchronized (waiting) {
            if (waiting.size() >= MOST_WAITING) {
                waiting.removeFirst();
                lost++;
            }
            waiting.addLast(new Event(event, Map.copyOf(details)));
        }
        deliver();
    }

    /**
     * What is told about a guest.
     *
     * @param reason why it is refused; empty unless it is
     */
    public static Map<String, String> details(Guest guest, String reason) {
        return Map.of(
                "bundle", Long.toString(guest.bundleId()),
                "name", guest.name(),
                "version", guest.version(),
                "digest", guest.digest(),
                "vendor", guest.signer(),
                "reason", reason);
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.REGISTERED) {
            deliver();
        }
    }

    /** In order, one thread at a time; what can not be told now, since a listener hangs, is told with the next. */
    private void deliver() {
        if (!isMyTurn()) {
            return;
        }
        try {
            Collection<ServiceReference<GuardListener>> listeners = listeners();
            for (Event next = next(listeners); next != null; next = next(listeners)) {
                for (ServiceReference<GuardListener> listener : listeners) {
                    tell(listener, next);
                }
            }
        } finally {
            order.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return order.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable Event next(Collection<ServiceReference<GuardListener>> listeners) {
        synchronized (waiting) {
            if (listeners.isEmpty()) {
                return null;
            }
            if (lost > 0) {
                LOG.warn("{} events of the guard were not told: nobody listened for too long", lost);
                lost = 0;
            }
            return waiting.pollFirst();
        }
    }

    private Collection<ServiceReference<GuardListener>> listeners() {
        try {
            return context.getServiceReferences(GuardListener.class, null).stream()
                    .filter(reference -> reference.getBundle() != null && !roster.isGuest(reference.getBundle()))
                    .toList();
        } catch (InvalidSyntaxException | IllegalStateException e) {
            // The guard's own bundle is gone.
            return List.of();
        }
    }

    private void tell(ServiceReference<GuardListener> reference, Event event) {
        GuardListener listener = context.getService(reference);
        if (listener == null) {
            return;
        }
        try {
            listener.event(event.name(), event.details());
        } catch (RuntimeException e) {
            LOG.warn("a listener failed at `{}`: {}", event.name(), e.getClass().getName());
        } finally {
            context.ungetService(reference);
        }
    }
}
