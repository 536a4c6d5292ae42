package sluice.benchmarks;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import sluice.benchmarks.decide.CasbinBenchmark;
import sluice.benchmarks.decide.CompileBenchmark;
import sluice.benchmarks.decide.DecisionBenchmark;
import sluice.benchmarks.decide.ShapeBenchmark;
import sluice.benchmarks.driver.DecodeBenchmark;

/** Every benchmark still runs. What it measures in this short time means nothing. */
final class SmokeTest {
    @Test
    void every_benchmark_runs() throws RunnerException {
        // JMH's lock keeps measurements apart; this is none
        System.setProperty("jmh.ignoreLock", "true");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("sluice\\.benchmarks\\..*")
                        // of a profile; it has a test of its own there
                        .exclude("AuthzForce")
                        .param("lines", "2")
                        .param("components", "8")
                        .param("pairs", "40")
                        .param("rules", "40")
                        .forks(1)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(100))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();

        assertThat(results.stream()
                        .map(result -> result.getParams().getBenchmark())
                        .collect(toSet()))
                .isEqualTo(benchmarks());
    }

    private static Set<String> benchmarks() {
        return Stream.of(
                        CasbinBenchmark.class,
                        CompileBenchmark.class,
                        DecodeBenchmark.class,
                        DecisionBenchmark.class,
                        FlowBenchmark.class,
                        GuardScanBenchmark.class,
                        IdBenchmark.class,
                        OperatorBenchmark.class,
                        PseudonymBenchmark.class,
                        ShapeBenchmark.class,
                        WindowBenchmark.class)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(SmokeTest::name)
                .collect(toSet());
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
