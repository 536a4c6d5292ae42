package hostile;

import hostile.shared.Holder;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        try {
            loot = Holder.held;
        } catch (NoClassDefFoundError notHere) {
            loot = "nobody";
        }
    }
}
