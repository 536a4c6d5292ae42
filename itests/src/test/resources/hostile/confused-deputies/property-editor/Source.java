package hostile;

import java.beans.PropertyEditorManager;

public final class Source {
    public Source() throws Exception {
        PropertyEditorManager.registerEditor(Thread.State.class, NoteEditor.class);
    }
}
