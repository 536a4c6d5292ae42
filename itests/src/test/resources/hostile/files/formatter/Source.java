package hostile;

import java.util.Formatter;

public final class Source {
    public Source() throws Exception {
        try (Formatter formatter = new Formatter("@DROP@/note-@NAME@")) {
            formatter.format("%s", "@SECRET@");
        }
    }
}
