package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.Hashtable;
import java.util.Map;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();

         context.registerService(Object.class, this, new Hashtable<>(Map.of("osgi.command.scope", "hostile", "osgi.command.function", "note")));
    }

    public void note() {
        System.out.println("@SECRET@");
    }
}
