package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.Supplier;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();
        context.registerService(Supplier.class, () -> "@SECRET@", new Hashtable<>(Map.of("hostile", "@NAME@")));
    }
}
