package sluice.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Real messages from outside, read where they lie and never copied into the project. A test that uses one passes without it, and says in
 * one line which of the two happened.
 *
 * <p>They are looked for under the system property or environment variable {@code SLUICE_CORPUS}, else in {@code ../shared/data} beside
 * the repository.
 */
public final class Corpus {
    private final String name;

    private Corpus(String name) {
        this.name = name;
    }

    /**
     * A corpus.
     *
     * @param name as the closing line shall call it, for example {@code lorawan ldds75}
     * @return the corpus
     */
    public static Corpus named(String name) {
        return new Corpus(name);
    }

    /**
     * Reads one of its files as lines; says {@code ABSENT} if it is not there.
     *
     * @param file relative to the corpus folder, for example {@code lorawan/vectors.jsonl}
     * @return its lines, or empty if it is absent
     */
    public Optional<List<String>> lines(String file) {
        Path path = folder().resolve(file);
        if (!Files.isRegularFile(path)) {
            say("ABSENT");
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Closes the check with its one line.
     *
     * @param good how many entries were as expected
     * @param all how many there are
     */
    public void checked(int good, int all) {
        say("checked " + good + " of " + all);
    }

    private void say(String outcome) {
        System.out.println("corpus " + name + ": " + outcome);
    }

    private static Path folder() {
        String set = System.getProperty("SLUICE_CORPUS", System.getenv("SLUICE_CORPUS"));
        return set != null
                ? Path.of(set)
                : repository().resolve("../shared/data").normalize();
    }

    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))) {
                return at;
            }
        }
        return here;
    }
}
