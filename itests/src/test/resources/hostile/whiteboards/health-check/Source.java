package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.Hashtable;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();

         context.registerService(HealthCheck.class, () -> new Result(Result.Status.OK, "@SECRET@"), new Hashtable<>(Map.of(HealthCheck.NAME, "note", HealthCheck.TAGS, new String[] {"hostile"})));
    }
}
