package hostile;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Map;

public final class Source {
    public Source() throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:file:@DROP@/note.zip"), Map.of("create", "true"))) {
            Files.createDirectory(zip.getPath("@SECRET@"));
        }
    }
}
