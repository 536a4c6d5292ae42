package hostile;

import sluice.app.api.Note;

public final class Source {
    public Source() throws Exception {
        Note.held = "@SECRET@";
    }
}
