package hostile;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

public final class Source {
    public Source() throws Exception {
        for (Bundle bundle : FrameworkUtil.getBundle(Source.class).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals("org.apache.felix.healthcheck.generalchecks")) {
                bundle.loadClass("hostile.Box").getField("held").set(null, "@SECRET@");
            }
        }
    }
}
