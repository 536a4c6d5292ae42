package hostile;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (ObjectName name : ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName("hostile:*"), null)) {
            loot = name.getKeyProperty("note");
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        }
    }
}
