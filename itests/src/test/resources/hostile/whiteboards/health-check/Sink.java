package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         HealthCheckExecutor executor = context.getService(context.getServiceReference(HealthCheckExecutor.class));
         executor.execute(HealthCheckSelector.tags("hostile")).forEach(result -> loot = result.getHealthCheckResult().toString());
    }
}
