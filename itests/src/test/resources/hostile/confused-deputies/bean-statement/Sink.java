package hostile;

import java.beans.Expression;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = (String) new Expression(System.class, "clearProperty", new Object[] {"hostile.note"}).getValue();
    }
}
