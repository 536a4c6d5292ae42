package sluice.check;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import sluice.guard.rules.AllowList;
import sluice.guard.rules.JarScan;

/**
 * The program: {@code java -jar sluice.check.jar my-driver.jar ...}. Its exit status is 0 if every jar may be a guest, 1 if one may not,
 * 2 if it was asked for what makes no sense.
 */
public final class Main {
    private static final int CLEAN = 0;
    private static final int FAULTS = 1;
    private static final int WRONG_USE = 2;
    private static final String USAGE =
            "usage: java -jar sluice.check.jar [--summary] JAR...   scan jars as the guard does\n"
                    + "       java -jar sluice.check.jar --allow-list          print what guests may use";

    private Main() {}

    /**
     * Runs it.
     *
     * @param arguments jars, or {@code --allow-list}
     */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--allow-list"))) {
            out.print(AllowList.current().text());
            return CLEAN;
        }
        boolean isSummary = arguments.contains("--summary");
        List<Path> jars = arguments.stream()
                .filter(argument -> !argument.equals("--summary"))
                .map(Path::of)
                .toList();
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                err.println("no jar `" + jar + "`\n" + USAGE);
                return WRONG_USE;
            }
        }
        if (jars.isEmpty()) {
            err.println(USAGE);
            return WRONG_USE;
        }
        long refused =
                jars.stream().filter(jar -> !isClean(jar, isSummary, out)).count();
        return refused == 0 ? CLEAN : FAULTS;
    }

    private static boolean isClean(Path jar, boolean isSummary, PrintStream out) {
        JarScan.Report report = JarScan.of(jar);
        Findings findings = new Findings(report);
        (isSummary ? findings.summary() : findings.lines()).forEach(out::println);
        out.println(jar.getFileName() + ": " + findings.verdict());
        return report.faults().isEmpty();
    }
}
