package hostile;

import java.security.Security;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = Security.getProperty("hostile.note");
    }
}
