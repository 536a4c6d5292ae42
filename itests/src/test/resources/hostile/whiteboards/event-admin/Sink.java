package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.event.EventHandler;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         context.registerService(EventHandler.class, event -> loot = String.valueOf(event.getProperty("note")), new Hashtable<>(Map.of("event.topics", "hostile/note")));
    }
}
