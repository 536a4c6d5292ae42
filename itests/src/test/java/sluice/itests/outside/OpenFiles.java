package sluice.itests.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of a process outside of its own folder, as Linux tells them in {@code /proc}: whatever it has open for writing, and may have written. */
final class OpenFiles {
    private static final int WRITE_MODES = 3;

    private OpenFiles() {}

    static List<Path> writtenOutside(long pid, Path folder) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return open.filter(
                            descriptor -> isForWriting(process.resolve("fdinfo").resolve(descriptor.getFileName())))
                    .map(OpenFiles::target)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder))
                    .distinct()
                    .toList();
        }
    }

    private static boolean isForWriting(Path info) {
        try {
            return Files.readAllLines(info).stream()
                    .filter(line -> line.startsWith("flags:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(6).strip(), 8))
                    .anyMatch(flags -> (flags & WRITE_MODES) != 0);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (NoSuchFileException closedMeanwhile) {
            return descriptor;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
