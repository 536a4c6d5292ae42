package hostile;

import java.rmi.registry.LocateRegistry;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = String.join(" ", LocateRegistry.getRegistry("127.0.0.1", @FREE@).list());
    }
}
