package hostile;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (ServiceReference<?> each : FrameworkUtil.getBundle(Sink.class).getBundleContext().getAllServiceReferences(null, "(note=*)")) {
            loot = String.valueOf(each.getProperty("note"));
        }
    }
}
