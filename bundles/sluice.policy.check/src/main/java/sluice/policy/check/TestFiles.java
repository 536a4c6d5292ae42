package sluice.policy.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sluice.yaml.SourceFile;
import sluice.yaml.Yaml;

/** The tests that lie beside the policies. */
final class TestFiles {
    private static final String FOLDER = "policies";
    private static final String ENDING = ".policy-test.yaml";

    private TestFiles() {}

    /** Sorted by name. */
    static List<SourceFile> in(Path root) {
        try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .map(TestFiles::read)
                    .toList();
        } catch (IOException noFolder) {
            return List.of();
        }
    }

    private static SourceFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new SourceFile(FOLDER + "/" + file.getFileName(), in.readNBytes(Yaml.MAX_BYTES + 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("test file can not be read", unreadable);
        }
    }
}
