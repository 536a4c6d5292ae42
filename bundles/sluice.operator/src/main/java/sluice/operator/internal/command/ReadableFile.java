package sluice.operator.internal.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.support.CommandException;

/** A file on the platform's machine that somebody named at the shell. */
final class ReadableFile {
    private static final long LONGEST_TEXT = 64 * 1024;

    private ReadableFile() {}

    static Path of(String name) throws CommandException {
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new CommandException("`" + name + "` is not the name of a file");
        }
        throw new CommandException("there is no readable file `" + name + "` on the platform's machine");
    }

    /** Its text; a file of more than 64 KiB is refused, as no certificate is that long. */
    static String text(String name) throws CommandException {
        Path path = of(name);
        try {
            if (Files.size(path) > LONGEST_TEXT) {
                throw new CommandException("`" + name + "` is too long for a certificate");
            }
            return new String(Files.readAllBytes(path), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new CommandException("`" + name + "` can not be read");
        }
    }
}
