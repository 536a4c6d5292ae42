package hostile;

import java.time.ZoneId;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.startsWith("Hostile/")) {
                loot = id;
            }
        }
    }
}
