package hostile;

import java.beans.PropertyEditorManager;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = PropertyEditorManager.findEditor(Thread.State.class).getAsText();
        PropertyEditorManager.registerEditor(Thread.State.class, null);
    }
}
