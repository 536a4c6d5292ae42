package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.Map;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();

         EventAdmin admin = context.getService(context.getServiceReference(EventAdmin.class));
         admin.sendEvent(new Event("hostile/note", Map.of("note", "@SECRET@")));
    }
}
