package sluice.guard.internal.hook;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import sluice.guard.internal.roll.Roster;

/**
 * Only the broker sees what guests offer, and a guest sees what is its own. The framework itself is not bound by hooks: it takes framework hooks
 * and URL handlers from its registry directly. So a guest that registers something under a foreign type is expelled, which takes its services away.
 */
final class ServiceHooks implements FindHook, EventListenerHook {
    private final Roster roster;
    private final Sight sight;
    private final InItsName inItsName;
    private final BiConsumer<Bundle, String> expel;

    /**
     * The hooks.
     *
     * @param guard the guard's own context
     * @param expel takes a guest down, given the type that it had no business with; called in the middle of a registration
     */
    ServiceHooks(BundleContext guard, Roster roster, BiConsumer<Bundle, String> expel) {
        this.inItsName = new InItsName(guard, roster);
        this.roster = roster;
        this.sight = new Sight(roster);
        this.expel = expel;
    }

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean isForAll,
            Collection<ServiceReference<?>> references) {
        try {
            Bundle viewer = context.getBundle();
            references.removeIf(reference -> !sight.sees(viewer, reference, false));
        } catch (RuntimeException | Error e) {
            references.clear();
            throw e;
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        try {
            boolean isGoing =
                    event.getType() == ServiceEvent.UNREGISTERING || event.getType() == ServiceEvent.MODIFIED_ENDMATCH;
            ServiceReference<?> service = event.getServiceReference();
            listeners.keySet().removeIf(context -> !sees(context, service, isGoing));
            if (!isGoing) {
                expelIfForeign(service);
            }
        } catch (RuntimeException | Error e) {
            listeners.clear();
            throw e;
        }
    }

    private boolean sees(BundleContext context, ServiceReference<?> service, boolean isGoing) {
        try {
            return sight.sees(context.getBundle(), service, isGoing);
        } catch (IllegalStateException e) {
            // Its bundle was stopped a moment ago.
            return false;
        }
    }

    private void expelIfForeign(ServiceReference<?> service) {
        Bundle owner = service.getBundle();
        if (owner != null && roster.isGuest(owner)) {
            String foreign = Sight.foreign(service);
            if (!foreign.isEmpty() && !inItsName.isPlatforms(service)) {
                expel.accept(owner, foreign);
            }
        }
    }
}
