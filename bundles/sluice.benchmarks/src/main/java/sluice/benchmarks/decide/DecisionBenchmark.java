package sluice.benchmarks.decide;

import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.condition.Moment;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.shape.Slots;

/**
 * Decisions about 1,000 pairs of a source and a recipient, drawn by Zipf's law, of which 30 % are denied, each under two conditions
 * and the freeze; a policy set is swapped once a second.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {
    private static final int DRAWN = 1 << 16;

    /** How many pairs are bound. */
    @Param({"1000"})
    public int pairs = 1_000;

    /** How many rules are in the set. */
    @Param({"1000"})
    public int rules = 1_000;

    /** Whether the set is swapped once a second. */
    @Param({"true"})
    public boolean swaps = true;

    private final Worker worker = new Worker();
    private Town town = new Town(1, 1);
    private int[] drawn = {};
    private long[] keys = {};
    private LongTable table = new LongTable(keys);
    private Moment moment = town.moment();
    private @Nullable Swapper swapper;
    private int turn;

    /** Binds everybody. */
    @Setup
    public void prepare() {
        town = new Town(pairs, rules);
        drawn = Town.zipf(pairs, DRAWN);
        keys = LongTable.keys(pairs);
        table = new LongTable(keys);
        moment = town.moment();
        System.out.printf("# %.1f %% refused%n", 100 * town.refused(drawn));
        swapper = swaps ? new Swapper(town, pairs, rules) : null;
    }

    /** Lets the swapper go. */
    @TearDown
    public void end() {
        if (swapper != null) {
            swapper.close();
        }
    }

    /** For comparison: an empty look-up in a primitive hash table, of the same pairs, drawn in the same way. */
    @Benchmark
    public int lookUp() {
        return table.get(keys[drawn[next()]]);
    }

    /** The route in force, the binding, its ruling, its conditions. */
    @Benchmark
    public @Nullable Reason decide() {
        int pair = drawn[next()];
        return town.binding(pair).refuse(town.reading(pair), moment);
    }

    /** The same, and the values where it is permitted. */
    @Benchmark
    public @Nullable Slots decideAndMinimise() {
        int pair = drawn[next()];
        var binding = town.binding(pair);
        return binding.refuse(town.reading(pair), moment) == null
                ? binding.plan().orElseThrow().minimise(town.reading(pair).values(), worker)
                : null;
    }

    private int next() {
        turn = turn + 1 & DRAWN - 1;
        return turn;
    }
}
