package sluice.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sluice.guard.rules.AllowList;
import sluice.guard.rules.ClassScan;
import sluice.guard.rules.Fault;

/** What the guard's scan adds to the loading of one class of a guest. It happens twice a class: in the framework's hook and in the agent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GuardScanBenchmark {
    /** A record of a few components, and a class of logic with lambdas and about 200 constants: what drivers are made of. */
    @Param({"sluice/benchmarks/Vehicle", "sluice/benchmarks/Line"})
    public String type = "";

    private byte[] classFile = new byte[0];
    private final ClassScan scan = new ClassScan(AllowList.current(), name -> name.startsWith("sluice."));

    /** Reads the class file. */
    @Setup
    public void read() {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(type + ".class")) {
            classFile = Stream.ofNullable(in).findFirst().orElseThrow().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One class. */
    @Benchmark
    public List<Fault> scan() {
        return scan.faults(classFile);
    }
}
