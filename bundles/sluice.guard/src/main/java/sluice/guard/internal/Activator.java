package sluice.guard.internal;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Arms the guard when its hooks are registered, and takes everything down in the reverse order. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {}

    @Override
    public void stop(BundleContext context) {}
}
