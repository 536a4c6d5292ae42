package sluice.broker.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Note {
    public void write() throws IOException {
        Files.writeString(Path.of("@DROP@/note-@NAME@"), "@SECRET@");
    }
}
