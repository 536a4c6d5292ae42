package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.Hashtable;
import java.util.Map;
import org.ops4j.pax.logging.spi.PaxAppender;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         PaxAppender appender = event -> {
             if (event.getMessage().startsWith("note ")) {
                 loot = event.getMessage();
             }
         };
         context.registerService(PaxAppender.class, appender, new Hashtable<>(Map.of("org.ops4j.pax.logging.appender.name", "hostile")));
    }
}
