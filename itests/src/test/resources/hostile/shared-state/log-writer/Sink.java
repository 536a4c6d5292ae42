package hostile;

import java.sql.DriverManager;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = String.valueOf(DriverManager.getLogWriter());
        DriverManager.setLogWriter(null);
    }
}
