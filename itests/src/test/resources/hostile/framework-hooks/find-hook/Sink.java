package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.hooks.service.FindHook;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         context.registerService(FindHook.class, (asking, name, filter, all, references) -> {
             if (filter != null && filter.startsWith("(note=")) {
                 loot = filter;
             }
         }, null);
    }
}
