package sluice.benchmarks.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.Plan;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Rules;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/** One plan from slots to slots, for records of several lengths: a quarter of the components each kept, rounded, in a bucket, in a cell. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ShapeBenchmark {
    /** How many components. */
    @Param({"8", "16", "32"})
    public int components = 8;

    private final Worker worker = new Worker();
    private Plan plan = plan(8);
    private Slots reading = new Slots(1);

    /** Makes the plan. */
    @Setup
    public void prepare() {
        plan = plan(components);
        reading = Town.reading(shape(components), Instant.now()).values();
    }

    /** All of them. */
    @Benchmark
    public Slots minimise() {
        return plan.minimise(reading, worker);
    }

    /** The same values by a programmer who knows where each stands. */
    @Benchmark
    public Slots byHand() {
        return SlotsByHand.map(reading, components);
    }

    static Shape shape(int components) {
        return Shape.of(GeneratedRecords.define("Of" + components, Plans.components(components, 0)));
    }

    static Plan plan(int components) {
        Map<String, Class<?>> named = Plans.components(components, 0);
        Policy policy = new Policy(
                "p", "city.s0", Plans.PURPOSE, "app.r0", Plans.releases(named), Duration.ofDays(1), new Where("b", 1));
        PolicySet set = new PolicySet(
                "b", Map.of("city.s0", Plans.catalogued("city.s0", named)), Plans.purposes(), List.of(policy));
        Shape shape = shape(components);
        Ruling.Permitted permitted = (Ruling.Permitted) new Rules(set, new Operators())
                .decide(new Request(new FlowKey("city.s0", Plans.PURPOSE, "app.r0"), Label.NONPERSONAL, shape));
        return Plan.link(permitted, shape, shape);
    }
}
