package hostile;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleWiring wiring = FrameworkUtil.getBundle(Sink.class).adapt(BundleWiring.class);
        BundleWire wire = wiring.getRequiredWires("hostile.data").get(0);
        Class<?> source = wire.getProviderWiring().getClassLoader().loadClass("hostile.Source");
        loot = (String) source.getField("HELD").get(null);
    }
}
