package hostile.ext.service;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Supplier;

public final class Start implements BundleActivator {
    @Override
    public void start(BundleContext context) throws Exception {
        context.registerService(Supplier.class, () -> "@SECRET@", new Hashtable<>(Map.of("hostile", "system-service")));
    }

    @Override
    public void stop(BundleContext context) {}
}
