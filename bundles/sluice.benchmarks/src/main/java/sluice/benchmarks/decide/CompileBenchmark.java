package sluice.benchmarks.decide;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.plan.Plan;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Rules;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/** What a change costs: one plan, and the swap of 20,000 rules with 200 pairs bound of which one changed. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompileBenchmark {
    private static final int PAIRS = 200;
    private static final int RULES = 20_000;
    private static final int PERMITTED = 8;

    private final Rules rules = new Rules(Plans.set(PAIRS, PAIRS, 0), new Operators());
    private final Shape shape = Shape.of(GeneratedRecords.define("One", Plans.components(PERMITTED)));
    private final Request request = new Request(
            new FlowKey(Plans.stream(PERMITTED), Plans.PURPOSE, Plans.recipient(PERMITTED)),
            Label.NONPERSONAL,
            Set.of(),
            List.of(shape));
    private Town town = new Town(1, 1);
    private PolicySet[] sets = {};
    private int turn;

    /** Binds everybody. */
    @Setup
    public void prepare() {
        town = new Town(PAIRS, RULES);
        sets = new PolicySet[] {Plans.set(PAIRS, RULES, 1), Plans.set(PAIRS, RULES, 2)};
    }

    /** One plan: the decision with its proof, and the link to a source's record. */
    @Benchmark
    public Plan plan() {
        Ruling.Permitted permitted = (Ruling.Permitted) rules.decide(request);
        return Plan.link(permitted, shape, permitted.observation());
    }

    /** 20,000 rules, indexed and in force. Each is a new object, as if read from a file. */
    @Benchmark
    public void swap() {
        town.router.activate(sets[turn++ & 1]);
    }
}
