package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.io.InputStream;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();

         CommandProcessor processor = context.getService(context.getServiceReference(CommandProcessor.class));
         try (CommandSession session = processor.createSession(InputStream.nullInputStream(), System.out, System.err)) {
             session.put("system", System.class);
             session.execute("$system setProperty hostile.note @SECRET@");
         }
    }
}
