package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.hooks.weaving.WeavingHook;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         context.registerService(WeavingHook.class, woven -> {
             String text = new String(woven.getBytes(), StandardCharsets.ISO_8859_1);
             int at = text.indexOf("note=");
             if (at >= 0 && woven.getClassName().equals("hostile.Source")) {
                 loot = text.substring(at + 5, at + 13);
             }
         }, null);
    }
}
