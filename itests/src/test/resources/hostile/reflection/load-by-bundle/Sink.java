package hostile;

import java.lang.reflect.Field;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (Bundle bundle : FrameworkUtil.getBundle(Sink.class).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals("hostile.load-by-bundle.source")) {
                Field held = bundle.loadClass("hostile.Source").getDeclaredField("HELD");
                held.setAccessible(true);
                loot = (String) held.get(null);
            }
        }
    }
}
