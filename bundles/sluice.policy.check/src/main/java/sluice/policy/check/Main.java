package sluice.policy.check;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The check as a program, for a city's continuous integration: {@code java -jar sluice.policy.check.jar test etc/sluice}.
 *
 * <p>Ends with 0 if all is well, 1 if not, 2 if it was not understood.
 */
public final class Main {
    private static final int WELL = 0;
    private static final int NOT_WELL = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final String EVERY_RULE = "--every-rule";
    private static final String USAGE = """
            usage: test [--every-rule] FOLDER    runs FOLDER/policies/*.policy-test.yaml; --every-rule: each rule must be hit
                   export FOLDER                 writes the policies as ODRL 2.2 and W3C DPV, JSON-LD
            """;

    private Main() {}

    /**
     * Runs it.
     *
     * @param words see the class
     */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(words), out));
    }

    static int run(List<String> words, PrintStream out) {
        boolean everyRule = words.contains(EVERY_RULE);
        List<String> rest =
                words.stream().filter(word -> !word.equals(EVERY_RULE)).toList();
        if (rest.size() != 2 || !Files.isDirectory(Path.of(rest.get(1)))) {
            out.print(USAGE);
            return NOT_UNDERSTOOD;
        }
        Path folder = Path.of(rest.get(1));
        return switch (rest.get(0)) {
            case "test" -> test(folder, everyRule, out);
            case "export" -> export(folder, out);
            default -> {
                out.print(USAGE);
                yield NOT_UNDERSTOOD;
            }
        };
    }

    private static int test(Path folder, boolean everyRule, PrintStream out) {
        Report report = PolicyTests.run(folder);
        out.print(report.text());
        return (everyRule ? report.isComplete() : report.isGood()) ? WELL : NOT_WELL;
    }

    private static int export(Path folder, PrintStream out) {
        PolicyCheck.Export export = PolicyExport.of(folder);
        out.print(export.jsonLd().isEmpty() ? export.problems() : export.jsonLd());
        return export.jsonLd().isEmpty() ? NOT_WELL : WELL;
    }
}
