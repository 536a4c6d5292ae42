package hostile;

import java.util.TimeZone;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = TimeZone.getDefault().getID();
    }
}
