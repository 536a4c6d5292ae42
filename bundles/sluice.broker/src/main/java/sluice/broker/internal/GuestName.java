package sluice.broker.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** By which name policies know a guest: the symbolic name of the bundle that registered the service, whatever the service itself says. */
final class GuestName {
    private static final String NOBODY = "-";

    private GuestName() {}

    static String of(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        String name = bundle == null ? null : bundle.getSymbolicName();
        return name == null ? NOBODY : name;
    }
}
