package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.apache.karaf.shell.api.console.SessionFactory;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();
        SessionFactory shell = context.getService(context.getServiceReference(SessionFactory.class));
        shell.getRegistry().register(new NoteCommand());
    }
}
