package hostile;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("hostile-size")) {
                long bytes = (Long) ManagementFactory.getPlatformMBeanServer().invoke(
                        new ObjectName("java.lang:type=Threading"), "getThreadAllocatedBytes", new Object[] {thread.getId()}, new String[] {"long"});
                loot = "tail:" + letters((int) (bytes >> 10));
            }
        }
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int place = 3; place >= 0; place--) {
            letters.append("@ALPHABET@".charAt(number >> 5 * place & 31));
        }
        return letters.toString();
    }
}
