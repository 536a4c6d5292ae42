package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.SessionFactory;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();
        SessionFactory shell = context.getService(context.getServiceReference(SessionFactory.class));
        for (Command command : shell.getRegistry().getCommands()) {
            if (command.getScope().equals("hostile")) {
                loot = command.getDescription();
                shell.getRegistry().unregister(command);
            }
        }
    }
}
