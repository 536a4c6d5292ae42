package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.function.Supplier;
import org.osgi.framework.ServiceReference;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         for (ServiceReference<Supplier> each : context.getServiceReferences(Supplier.class, "(hostile=@NAME@)")) {
             loot = String.valueOf(context.getService(each).get());
         }
    }
}
