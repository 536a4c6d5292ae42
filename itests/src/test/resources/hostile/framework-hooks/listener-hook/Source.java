package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();
        context.addServiceListener(event -> {}, "(note=@SECRET@)");
    }
}
