package sluice.guard.internal.hook;

import java.util.Arrays;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import sluice.guard.internal.roll.Roster;

/** Which service of whom a bundle sees. */
final class Sight {
    /** On a service of the platform that guests may use, if every type that it is registered under belongs to one of the two APIs. None today. */
    static final String GRANTED = "sluice.granted";

    private static final String BROKER = "sluice.broker";
    private static final Set<String> FOR_THE_BROKER = Set.of("sluice.driver.spi.Driver", "sluice.app.api.Application");

    /**
     * The component runtime looks for it with the context of the component's bundle, to read the configuration of the component. A guest can not
     * look for anything itself: it has no context, and its components may refer to the two APIs only.
     */
    private static final Set<String> FOR_THE_COMPONENT_RUNTIME = Set.of("org.osgi.service.cm.ConfigurationAdmin");

    private final Roster roster;

    Sight(Roster roster) {
        this.roster = roster;
    }

    /**
     * Whether a bundle sees a service.
     *
     * @param isGoing whether this is about the end of the service: the broker has to hear of it though its bundle is admitted no more
     */
    boolean sees(Bundle viewer, ServiceReference<?> service, boolean isGoing) {
        Bundle owner = service.getBundle();
        if (owner == null || owner.equals(viewer)) {
            return true;
        }
        boolean isGuest = roster.isGuest(viewer);
        if (!roster.isGuest(owner)) {
            return !isGuest || isGranted(service) || types(service).equals(FOR_THE_COMPONENT_RUNTIME);
        }
        return !isGuest
                && BROKER.equals(viewer.getSymbolicName())
                && isForTheBroker(service)
                && (isGoing || roster.isAdmitted(owner));
    }

    /** The first type that a guest registers a service under and that is neither a driver, an application nor a class of its own; or empty. */
    static String foreign(ServiceReference<?> service) {
        Bundle owner = service.getBundle();
        return types(service).stream()
                .filter(type -> !FOR_THE_BROKER.contains(type) && (owner == null || !isOwn(owner, type)))
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static boolean isOwn(Bundle owner, String type) {
        return !type.startsWith("java.")
                && !type.startsWith("javax.")
                && !type.startsWith("org.osgi.")
                && owner.getEntry(type.replace('.', '/') + ".class") != null;
    }

    private static boolean isForTheBroker(ServiceReference<?> service) {
        return types(service).stream().anyMatch(FOR_THE_BROKER::contains);
    }

    private static boolean isGranted(ServiceReference<?> service) {
        return Boolean.TRUE.equals(service.getProperty(GRANTED))
                && types(service).stream()
                        .allMatch(type -> type.startsWith("sluice.driver.spi.") || type.startsWith("sluice.app.api."));
    }

    private static Set<String> types(ServiceReference<?> service) {
        return service.getProperty(Constants.OBJECTCLASS) instanceof String[] types
                ? Set.copyOf(Arrays.asList(types))
                : Set.of();
    }
}
