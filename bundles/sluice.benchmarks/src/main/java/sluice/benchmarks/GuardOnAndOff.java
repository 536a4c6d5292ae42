package sluice.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@link FlowBenchmark#wholePath} in JVMs with the guard's agent and in JVMs without it, in turns, so that a neighbour's burst hits both. The
 * agent closes ways that the line does not take; this shows that the line does not pay for them.
 */
public final class GuardOnAndOff {
    private static final String BENCHMARK = "FlowBenchmark.wholePath";

    private GuardOnAndOff() {}

    /**
     * Prints nanoseconds an operation of each round, the medians, and the median of the rounds' ratios.
     *
     * @param words the agent's jar in a distribution's {@code lib/guard}, beside its trust lists; how many rounds
     * @throws RunnerException a JVM did not start or did not end as it should
     */
    public static void main(String[] words) throws RunnerException {
        String agent = "-javaagent:" + words[0];
        List<Double> on = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        PrintStream out = System.out;
        for (int round = 0; round < Integer.parseInt(words[1]); round++) {
            boolean isOnFirst = round % 2 == 0;
            double first = nanos(isOnFirst ? List.of(agent) : List.of());
            double second = nanos(isOnFirst ? List.of() : List.of(agent));
            on.add(isOnFirst ? first : second);
            off.add(isOnFirst ? second : first);
            ratios.add(on.get(round) / off.get(round));
            out.printf(
                    "round %d: on %.0f ns, off %.0f ns, ratio %.3f%n",
                    round + 1, on.get(round), off.get(round), ratios.get(round));
        }
        out.printf("median: on %.0f ns, off %.0f ns, ratio of a round %.3f%n", median(on), median(off), median(ratios));
    }

    private static double nanos(List<String> jvmArguments) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(BENCHMARK)
                .param("lines", "1")
                .forks(1)
                .warmupIterations(5)
                .measurementIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend(jvmArguments.toArray(String[]::new));
        RunResult result = new Runner(options.build()).runSingle();
        return result.getPrimaryResult().getScore();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
