package sluice.guard.internal.hook;

import static org.osgi.framework.Constants.SERVICE_RANKING;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.weaving.WeavingHook;
import sluice.guard.internal.agent.Layers;
import sluice.guard.internal.roll.Roster;

/** The hooks of the layers that are on, with the highest ranking, so that they are asked first. */
public final class Hooks {
    private final BundleContext context;
    private final Roster roster;
    private final Layers layers;
    private final BiConsumer<Bundle, String> expel;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    /**
     * Hooks that nobody asks yet.
     *
     * @param expel takes a guest down, given the type of a service that it had no business with; called in the middle of a registration
     */
    public Hooks(BundleContext context, Roster roster, Layers layers, BiConsumer<Bundle, String> expel) {
        this.context = context;
        this.roster = roster;
        this.layers = layers;
        this.expel = expel;
    }

    /** From now on the framework asks them. */
    public void register() {
        if (layers.admission() || layers.resolve()) {
            add(ResolverHookFactory.class, new WiringHook(roster, layers));
        }
        if (layers.admission() || layers.weave()) {
            add(WeavingHook.class, new ClassHook(context.getBundle(), roster, layers));
        }
        if (layers.admission() || layers.services()) {
            BundleHooks bundles = new BundleHooks(context, roster, layers);
            add(org.osgi.framework.hooks.bundle.FindHook.class, bundles);
            add(EventHook.class, bundles);
        }
        if (layers.services()) {
            ServiceHooks services = new ServiceHooks(context, roster, expel);
            add(FindHook.class, services);
            add(EventListenerHook.class, services);
        }
    }

    /** The framework asks them no more. */
    public void unregister() {
        registered.forEach(Hooks::unregister);
    }

    private <T> void add(Class<T> type, T hook) {
        Hashtable<String, Object> properties = new Hashtable<>(Map.of(SERVICE_RANKING, Integer.MAX_VALUE));
        registered.add(context.registerService(type, hook, properties));
    }

    private static void unregister(ServiceRegistration<?> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            // Gone already.
        }
    }
}
