package hostile;

import java.io.ObjectInputFilter;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = String.valueOf(ObjectInputFilter.Config.getSerialFilter());
    }
}
