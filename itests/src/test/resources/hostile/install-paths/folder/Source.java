package hostile;

import java.nio.file.Files;
import java.nio.file.Path;

public final class Source {
    public Source() throws Exception {
        Files.writeString(Path.of("@DROP@/note-@NAME@"), "@SECRET@");
    }
}
