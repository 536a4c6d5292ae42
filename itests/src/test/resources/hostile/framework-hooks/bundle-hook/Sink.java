package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.hooks.bundle.EventHook;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         context.registerService(EventHook.class, (event, contexts) -> {
             String note = event.getBundle().getHeaders().get("Bundle-Description");
             if (note != null && note.startsWith("note ")) {
                 loot = note;
             }
         }, null);
    }
}
