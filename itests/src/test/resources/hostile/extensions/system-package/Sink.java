package hostile;

import hostile.ext.shared.Holder;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = Holder.held;
    }
}
