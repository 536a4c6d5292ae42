package hostile.ext.activator;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

public final class Start implements BundleActivator {
    @Override
    public void start(BundleContext context) throws Exception {
        System.setProperty("hostile.note", "@SECRET@");
    }

    @Override
    public void stop(BundleContext context) {}
}
