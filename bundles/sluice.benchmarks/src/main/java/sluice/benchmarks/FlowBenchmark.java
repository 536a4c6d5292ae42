package sluice.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.Slots;

/** The line against hand-written Java, on the same readings: eight components to six, each operator at least once. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 7, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlowBenchmark {
    private static final int READINGS = 1_024;
    private static final List<String> ONE = List.of("planner-1");
    private static final List<String> THREE = List.of("planner-1", "planner-2", "planner-3");

    /** How many lines take turns: with one, the compiler sees one reader and one plan in the whole process, as no city has it. */
    @Param({"1", "16"})
    public int lines = 1;

    private final CheckedByHand checkedByHand = new CheckedByHand();
    private final Vehicle[] vehicles = new Vehicle[READINGS];
    private final Instant[] observed = new Instant[READINGS];
    private final Slots[] slots = new Slots[READINGS];
    private Line[] toOne = {};
    private Line[] toThree = {};
    private Line[] denied = {};
    private int turn;

    /** Makes readings and lines. */
    @Setup
    public void prepare() {
        toOne = lines(() -> new Line(ONE, ONE));
        toThree = lines(() -> new Line(THREE, THREE));
        denied = lines(() -> new Line(List.of(), ONE));
        Traffic traffic = new Traffic();
        for (int i = 0; i < READINGS; i++) {
            vehicles[i] = traffic.next();
            observed[i] = vehicles[i].observed();
            slots[i] = toOne[0].read(vehicles[i]);
        }
    }

    /** The mapping alone, by hand. */
    @Benchmark
    public Record byHand() {
        return ByHand.map(vehicles[next()]);
    }

    /** The mapping by hand, with age, ranges, counts and latency. */
    @Benchmark
    public @Nullable Record byHandChecked() {
        return checkedByHand.map(vehicles[next()], System.nanoTime());
    }

    /** The mapping alone: reader, plan, maker. */
    @Benchmark
    public Record planned() throws Throwable {
        int i = next();
        return toOne[i % lines].map(vehicles[i]);
    }

    /** The whole path: reader, {@code Flow}, queue, maker. */
    @Benchmark
    public Record wholePath() throws Throwable {
        int i = next();
        Line line = toOne[i % lines];
        line.flow(line.read(vehicles[i]), observed[i]);
        return line.taken();
    }

    /** {@code Flow} with one permitted recipient. */
    @Benchmark
    public Outcome flowToOne() {
        int i = next();
        return toOne[i % lines].flow(slots[i], observed[i]);
    }

    /** {@code Flow} with three permitted recipients. */
    @Benchmark
    public Outcome flowToThree() {
        int i = next();
        return toThree[i % lines].flow(slots[i], observed[i]);
    }

    /** {@code Flow} with one recipient that no policy permits. */
    @Benchmark
    public Outcome flowDenied() {
        int i = next();
        return denied[i % lines].flow(slots[i], observed[i]);
    }

    private int next() {
        turn = (turn + 1) % READINGS;
        return turn;
    }

    private Line[] lines(Supplier<Line> line) {
        return Stream.generate(line).limit(lines).toArray(Line[]::new);
    }
}
