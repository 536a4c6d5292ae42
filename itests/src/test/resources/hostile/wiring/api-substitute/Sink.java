package hostile;

import sluice.app.api.Note;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = Note.held;
    }
}
