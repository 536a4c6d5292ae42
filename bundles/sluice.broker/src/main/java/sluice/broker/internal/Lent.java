package sluice.broker.internal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A guest's service. It is fetched by the guest's own thread, in its first call: Declarative Services runs the guest's constructor then, and
 * one that blocks or throws must hold up nobody else. It is never given back; the framework does that when the guest leaves.
 *
 * @param <S> what it is
 */
final class Lent<S> {
    private final BundleContext context;
    private final ServiceReference<S> reference;
    private @Nullable S service;

    Lent(BundleContext context, ServiceReference<S> reference) {
        this.context = requireNonNull(context, "context is null");
        this.reference = requireNonNull(reference, "reference is null");
    }

    /** Called on the guest's thread only. */
    S get() {
        S here = service == null ? context.getService(reference) : service;
        if (here == null) {
            throw new IllegalStateException("the guest's component could not be made, or has left");
        }
        service = here;
        return here;
    }
}
