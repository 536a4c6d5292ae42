package sluice.guard.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures what the agent costs, in JVMs of its own: {@code java ... Cost}, from the module's folder after a build. A program and no test,
 * because its numbers are the machine's. Each line is the median of {@value #RUNS} JVMs.
 */
public final class Cost {
    private static final int RUNS = 5;
    private static final int CLASSES = 300;

    private final Lab lab;
    private final Path jar;

    private Cost(Path folder) throws Exception {
        lab = new Lab(folder);
        jar = jar(folder.resolve("many.jar"));
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        Cost cost = new Cost(Files.createTempDirectory("cost"));
        cost.report("agent with no layer", "layers=none", "start-millis=");
        cost.report("trust lists only", "layers=admission", "start-millis=");
        cost.report("armed rule", "layers=agent", "start-millis=");
        cost.report("everything", "", "start-millis=");
        cost.report("class load without the agent's layers", "layers=none", cost.load());
        cost.report("class load of a guest", "", "arm=", cost.load());
        cost.lab.trust(cost.jar);
        cost.report("class load of a platform bundle", "", cost.load());
        cost.lab.trustNothing();
        cost.report("choke point, not woven", "layers=none", "choke=System");
        cost.report("choke point, no guest here", "", "choke=System");
        cost.report("choke point, a guest here", "", "arm=", "install=" + cost.jar, "choke=many.C0");
        cost.report("choke point for reflection, not woven", "layers=none", "reflect=System");
        cost.report("choke point for reflection, a guest here", "", "arm=", "install=" + cost.jar, "reflect=many.C0");
    }

    private String load() {
        return "load=" + jar + "," + CLASSES;
    }

    private void report(String what, String agent, String... steps) {
        List<Double> figures = new java.util.ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            String last = lab.felix(agent, steps).lines().get(steps.length - 1);
            figures.add(Double.valueOf(last.substring(last.indexOf(": ") + 2)));
        }
        figures.sort(null);
        System.out.printf("%-45s %10.3f  (%s)%n", what, figures.get(RUNS / 2), figures);
    }

    private static Path jar(Path jar) {
        Map<String, String> sources = new TreeMap<>();
        for (int each = 0; each < CLASSES; each++) {
            sources.put("many/C" + each, source(each));
        }
        return Jars.write(jar, Jars.manifest("Bundle-SymbolicName: many"), Jars.compile(sources));
    }

    private static String source(int number) {
        return """
                package many;
                import java.util.*;
                public final class C%d {
                    public record Pair(String left, int right) {}
                    private final Map<String, Integer> counts = new HashMap<>();
                    public int add(String key, int by) { return counts.merge(key, by, Integer::sum); }
                    public List<String> keys() { return counts.keySet().stream().filter(key -> key.length() > %d).sorted().toList(); }
                    public String show(double value) { return "c" + counts.size() + new Pair("x", (int) Math.round(value)); }
                }
                """.formatted(number, number);
    }
}
