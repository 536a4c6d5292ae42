package hostile;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;

public final class Source {
    public Source() throws Exception {
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(new StandardMBean((Runnable) () -> {}, Runnable.class, false), new ObjectName("hostile:note=@SECRET@"));
    }
}
