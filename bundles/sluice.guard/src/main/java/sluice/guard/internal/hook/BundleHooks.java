package sluice.guard.internal.hook;

import java.util.Collection;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.bundle.FindHook;
import sluice.guard.internal.agent.Layers;
import sluice.guard.internal.roll.Roster;
import sluice.guard.internal.roll.Sweeper;

/**
 * Extenders act on the bundles that they see. A guest that is not admitted is seen while it is INSTALLED, where nobody acts on it; should it get
 * further, nobody but the guard sees it until it is back. An admitted one is hidden from the extenders that guests have no business with. A
 * guest sees itself.
 */
final class BundleHooks implements FindHook, EventHook {
    private static final int INERT_EVENTS =
            BundleEvent.INSTALLED | BundleEvent.UPDATED | BundleEvent.UNINSTALLED | BundleEvent.UNRESOLVED;

    private static final Set<String> FOREIGN_EXTENDERS = Set.of(
            "org.apache.aries.blueprint.core",
            "org.apache.aries.spifly.dynamic.bundle",
            "org.apache.felix.configurator",
            "org.apache.karaf.shell.core",
            "org.ops4j.pax.web.pax-web-extender-war",
            "org.ops4j.pax.web.pax-web-extender-whiteboard");

    private final BundleContext own;
    private final Roster roster;
    private final Layers layers;

    BundleHooks(BundleContext own, Roster roster, Layers layers) {
        this.own = own;
        this.roster = roster;
        this.layers = layers;
    }

    @Override
    public void find(BundleContext context, Collection<Bundle> bundles) {
        try {
            if (!context.equals(own)) {
                bundles.removeIf(bundle -> !sees(context, bundle, !Sweeper.isUp(bundle)));
            }
        } catch (RuntimeException | Error e) {
            bundles.clear();
            throw e;
        }
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        try {
            boolean isInert = (event.getType() & INERT_EVENTS) != 0;
            contexts.removeIf(context -> !context.equals(own) && !seesNow(context, event.getBundle(), isInert));
        } catch (RuntimeException | Error e) {
            contexts.removeIf(context -> !context.equals(own));
            throw e;
        }
    }

    private boolean seesNow(BundleContext context, Bundle bundle, boolean isInert) {
        try {
            return sees(context, bundle, isInert);
        } catch (IllegalStateException e) {
            // Its bundle was stopped a moment ago.
            return false;
        }
    }

    private boolean sees(BundleContext context, Bundle bundle, boolean isInert) {
        Bundle viewer = context.getBundle();
        if (viewer.equals(bundle)) {
            return true;
        }
        if (layers.services() && roster.isGuest(viewer)) {
            return false;
        }
        if (isInert || !roster.isGuest(bundle)) {
            return true;
        }
        return roster.isAdmitted(bundle)
                && !(layers.services() && FOREIGN_EXTENDERS.contains(String.valueOf(viewer.getSymbolicName())));
    }
}
