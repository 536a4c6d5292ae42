package sluice.testkit.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sluice.yaml.Problems;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/**
 * Runs the conformance corpus: policies, readings and requests with what has to become of them, see {@code docs/conformance/README.md}.
 * Stands alone as a program, with the folder as its one word.
 */
public final class ConformanceRunner {
    private static final String CITY = "city.json";

    private ConformanceRunner() {}

    /**
     * What came of the corpus.
     *
     * @param checked how many cases there are
     * @param failures one line for each case that came out otherwise
     */
    public record Result(int checked, List<String> failures) {
        public Result {
            failures = List.copyOf(failures);
        }

        @Override
        public String toString() {
            return "conformance: checked " + (checked - failures.size()) + " of " + checked;
        }
    }

    /**
     * Runs all cases of a folder, and prints the sum in one line.
     *
     * @param folder holds {@code city.json} and files of cases
     * @return what came of them
     */
    public static Result run(Path folder) {
        YamlMap city = read(folder.resolve(CITY));
        List<String> failures = new ArrayList<>();
        int checked = 0;
        for (Path file : files(folder)) {
            for (YamlValue one : read(file).list("cases")) {
                checked++;
                ConformanceCase.of(city, one.map()).run().ifPresent(failures::add);
            }
        }
        Result result = new Result(checked, failures);
        System.out.println(result);
        return result;
    }

    /**
     * The program: ends with 0 if every case came out as it has to.
     *
     * @param words the folder
     */
    public static void main(String[] words) {
        Result result = run(Path.of(words.length == 0 ? "docs/conformance" : words[0]));
        result.failures().forEach(System.out::println);
        System.exit(result.failures().isEmpty() && result.checked() > 0 ? 0 : 1);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith(CITY))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** JSON is YAML, so that the reader of the city's own files reads it. */
    private static YamlMap read(Path file) {
        try {
            Problems problems = new Problems();
            List<YamlMap> documents = Yaml.documents(file.getFileName().toString(), Files.readAllBytes(file), problems);
            if (problems.count() > 0 || documents.size() != 1) {
                throw new IllegalArgumentException("`" + file.getFileName() + "` is no corpus: " + problems.list());
            }
            return documents.get(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
