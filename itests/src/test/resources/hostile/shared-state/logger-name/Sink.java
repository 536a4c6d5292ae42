package hostile;

import java.util.Collections;
import java.util.logging.LogManager;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            if (name.startsWith("hostile.@NAME@.")) {
                loot = name;
            }
        }
    }
}
