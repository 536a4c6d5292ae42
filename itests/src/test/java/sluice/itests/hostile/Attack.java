package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way to get data past the broker, as its folder describes it: {@code hostile/FAMILY/NAME/}. {@code Source.java} knows a secret and tries
 * to get it out; {@code Sink.java}, in a bundle of its own, waits for it, or the world outside does. What is below {@code source/} and
 * {@code sink/} belongs to one of them, what is below {@code before/} to the lawful version that comes first.
 *
 * @param family what kind of way it is
 * @param name the folder's name
 * @param folder where it lies
 * @param about one line: what it does, and why it would work
 */
record Attack(String family, String name, Path folder, String about) {
    /** All of them, by family and name. */
    static List<Attack> all() {
        return Stream.of(folders(root()))
                .flatMap(List::stream)
                .flatMap(family -> folders(family).stream())
                .map(Attack::at)
                .toList();
    }

    static Attack at(Path folder) {
        return new Attack(
                requireNonNull(folder.getParent()).getFileName().toString(),
                folder.getFileName().toString(),
                folder,
                read(folder.resolve("about.txt")).strip());
    }

    /** Lines {@code source: Header: value}, {@code sink: ...} or {@code both: ...} of {@code headers.txt}. */
    Map<String, String> headers(String part) {
        Path file = folder.resolve("headers.txt");
        if (!Files.exists(file)) {
            return Map.of();
        }
        return read(file)
                .lines()
                .filter(line -> line.startsWith(part + ": ") || line.startsWith("both: "))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(": ")),
                        line -> line.substring(line.indexOf(": ") + 2),
                        (first, second) -> second,
                        TreeMap::new));
    }

    /** A line {@code key: value} of {@code how.txt}: how it is carried out where that is not the usual way. */
    Optional<String> how(String key) {
        Path file = folder.resolve("how.txt");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return read(file)
                .lines()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2).strip())
                .findFirst();
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    String id() {
        return family + "/" + name;
    }

    @Override
    public String toString() {
        return id();
    }

    private static Path root() {
        return Path.of("src/test/resources/hostile").toAbsolutePath();
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
