package hostile;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (Bundle bundle : FrameworkUtil.getBundle(Sink.class).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals("org.apache.felix.healthcheck.generalchecks")) {
                loot = (String) bundle.loadClass("hostile.Box").getField("held").get(null);
            }
        }
    }
}
