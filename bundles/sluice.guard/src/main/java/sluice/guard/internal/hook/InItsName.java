package sluice.guard.internal.hook;

import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import sluice.guard.internal.roll.Roster;

/**
 * What the component runtime registers in the name of a guest: when a component of the guest is configured, an empty {@code ManagedService} that
 * stands for it at the configuration service. Nobody but the guest sees it. A guest that were to register one itself would be told the
 * configuration of others, so the object has to be of a class of the platform's.
 */
final class InItsName {
    private static final String STANDS_FOR_A_COMPONENT = "org.osgi.service.cm.ManagedService";

    private final BundleContext context;
    private final Roster roster;

    InItsName(BundleContext context, Roster roster) {
        this.context = context;
        this.roster = roster;
    }

    boolean isPlatforms(ServiceReference<?> service) {
        return service.getProperty(Constants.OBJECTCLASS) instanceof String[] types
                && Arrays.equals(types, new String[] {STANDS_FOR_A_COMPONENT})
                && Constants.SCOPE_SINGLETON.equals(service.getProperty(Constants.SERVICE_SCOPE))
                && isOfPlatform(service);
    }

    /** A singleton is handed out without a call of anybody's code. */
    private boolean isOfPlatform(ServiceReference<?> service) {
        Object object = context.getService(service);
        if (object == null) {
            return false;
        }
        Bundle maker = FrameworkUtil.getBundle(object.getClass());
        context.ungetService(service);
        return maker != null && !roster.isGuest(maker);
    }
}
