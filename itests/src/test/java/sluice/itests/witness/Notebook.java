package sluice.itests.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of one recipient's own, in the folder that the system property names; a line each time. */
final class Notebook {
    /** Names the folder. */
    static final String FOLDER = "sluice.itests.witness";

    /** In the jar: the recipient's symbolic name. */
    static final String NAME = "/recipient";

    private final Path file = Path.of(System.getProperty(FOLDER), recipient() + ".txt");

    // A write survives the process once the call has returned, so that SIGKILL takes nothing back.
    void write(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String recipient() {
        try (InputStream name = requireNonNull(Notebook.class.getResourceAsStream(NAME), NAME)) {
            return new String(name.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
