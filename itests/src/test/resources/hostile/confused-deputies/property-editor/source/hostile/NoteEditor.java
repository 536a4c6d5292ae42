package hostile;

import java.beans.PropertyEditorSupport;

public final class NoteEditor extends PropertyEditorSupport {
    @Override
    public String getAsText() {
        return "@SECRET@";
    }
}
