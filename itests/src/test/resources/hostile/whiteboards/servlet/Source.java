package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();

         context.registerService(Servlet.class, new HttpServlet() {
             @Override
             protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                 response.getWriter().print("@SECRET@");
             }
         }, new Hashtable<>(Map.of("osgi.http.whiteboard.servlet.pattern", "/hostile-note", "osgi.http.whiteboard.servlet.name", "hostile")));
    }
}
