package sluice.benchmarks.decide;

import java.util.List;
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
public class CasbinBenchmark implements OtherEngine {
    private static final int DRAWN = 1 << 12;

    private Enforcer enforcer = new Enforcer(model());
    private final int[] drawn = Town.zipf(RULES, DRAWN);
    private int turn;

    @Override
    public String name() {
        return "jCasbin";
    }

    /** Reads the rules. */
    @Setup
    public void prepare() {
        read(Triple.permitted(RULES));
    }

    @Override
    public void read(List<Triple> rules) {
        enforcer = new Enforcer(model());
        enforcer.enableLog(false);
        for (Triple rule : rules) {
            enforcer.addPolicy(rule.recipient(), rule.stream(), rule.purpose());
        }
    }

    @Override
    @Benchmark
    public boolean enforce() {
        turn = turn + 1 & DRAWN - 1;
        return permits(drawn[turn]);
    }

    @Override
    public boolean permits(int pair) {
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
