package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.Configuration;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();
        ConfigurationAdmin admin = context.getService(context.getServiceReference(ConfigurationAdmin.class));
        Configuration configuration = admin.getConfiguration("hostile.note", "?");
        loot = String.valueOf(configuration.getProperties().get("note"));
        configuration.delete();
    }
}
