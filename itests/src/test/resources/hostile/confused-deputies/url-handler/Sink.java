package hostile;

import java.net.URL;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = new String(new URL("hostilenote:x").openStream().readAllBytes());
    }
}
