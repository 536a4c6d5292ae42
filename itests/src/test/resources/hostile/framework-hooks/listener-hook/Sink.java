package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.Collection;
import org.osgi.framework.hooks.service.ListenerHook;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         context.registerService(ListenerHook.class, new ListenerHook() {
             @Override
             public void added(Collection<ListenerInfo> listeners) {
                 listeners.stream().map(ListenerInfo::getFilter).filter(filter -> filter != null && filter.startsWith("(note=")).forEach(filter -> loot = filter);
             }

             @Override
             public void removed(Collection<ListenerInfo> listeners) {}
         }, null);
    }
}
