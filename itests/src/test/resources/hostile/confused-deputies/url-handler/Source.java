package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.url.URLStreamHandlerService;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();

         context.registerService(URLStreamHandlerService.class, new NoteHandler(), new Hashtable<>(Map.of("url.handler.protocol", "hostilenote")));
    }
}
