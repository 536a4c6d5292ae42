package hostile;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

public final class Source {
    public Source() throws Exception {
        ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "jvmtiAgentLoad",
                new Object[] {new String[] {"@SOURCE_JAR@"}},
                new String[] {String[].class.getName()});
    }
}
