package sluice.itests.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The source tree that this test stands in. */
final class House {
    private static final List<String> NOT_OURS = List.of("target", "node_modules", ".git");

    private House() {}

    /** The folder that holds {@code .mvn}. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder above this one holds .mvn");
            }
        }
        return folder;
    }

    /** The folder of every module, sorted. */
    static List<Path> modules() {
        return files(path -> path.endsWith("pom.xml")).stream()
                .map(Path::getParent)
                .filter(folder -> !folder.equals(root()))
                .toList();
    }

    /** The folder of every bundle, driver and application, sorted. */
    static List<Path> bundles() {
        return modules().stream()
                .filter(folder ->
                        Stream.of("bundles", "device-drivers").anyMatch(top -> folder.startsWith(root().resolve(top))))
                .toList();
    }

    /** Every file that git would keep and that the predicate wants, sorted. */
    static List<Path> files(Predicate<Path> wanted) {
        return under(root(), wanted);
    }

    /** Every file below a folder that the predicate wants, sorted. */
    static List<Path> under(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !passesBuildOutput(folder, path))
                    .filter(wanted)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path as a person at the root writes it. */
    static String named(Path path) {
        return root().relativize(path).toString();
    }

    private static boolean passesBuildOutput(Path from, Path path) {
        for (Path step : from.relativize(path)) {
            if (NOT_OURS.contains(step.toString())) {
                return true;
            }
        }
        return false;
    }
}
