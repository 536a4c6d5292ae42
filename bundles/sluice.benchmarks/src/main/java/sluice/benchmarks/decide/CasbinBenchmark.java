package sluice.benchmarks.decide;

import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A general engine on rules that say the same: 200 triples of recipient, stream and purpose, without conditions and without minimisation. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CasbinBenchmark {
    private static final int RULES = 200;
    private static final int DRAWN = 1 << 12;

    private final Enforcer enforcer = new Enforcer(model());
    private final int[] drawn = Town.zipf(RULES, DRAWN);
    private int turn;

    /** Writes the rules. */
    @Setup
    public void prepare() {
        enforcer.enableLog(false);
        for (int pair = 0; pair < RULES; pair++) {
            if (!Plans.isGap(pair)) {
                enforcer.addPolicy(Plans.recipient(pair), Plans.stream(pair % Plans.SHAPES), Plans.PURPOSE);
            }
        }
    }

    /** One decision. */
    @Benchmark
    public boolean enforce() {
        turn = turn + 1 & DRAWN - 1;
        int pair = drawn[turn];
        return enforcer.enforce(Plans.recipient(pair), Plans.stream(pair % Plans.SHAPES), Plans.PURPOSE);
    }

    private static Model model() {
        Model model = new Model();
        model.addDef("r", "r", "recipient, stream, purpose");
        model.addDef("p", "p", "recipient, stream, purpose");
        model.addDef("e", "e", "some(where (p.eft == allow))");
        model.addDef("m", "m", "r.recipient == p.recipient && r.stream == p.stream && r.purpose == p.purpose");
        return model;
    }
}
