package hostile;

import org.osgi.framework.FrameworkUtil;
import java.util.Hashtable;
import java.util.Map;

public final class Source {
    public Source() throws Exception {
        FrameworkUtil.getBundle(Source.class).getBundleContext()
                .registerService(Runnable.class, () -> {}, new Hashtable<>(Map.of("note", "@SECRET@")))
                .unregister();
    }
}
