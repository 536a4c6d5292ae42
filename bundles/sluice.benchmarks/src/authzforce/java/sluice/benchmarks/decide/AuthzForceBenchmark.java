package sluice.benchmarks.decide;

import static oasis.names.tc.xacml._3_0.core.schema.wd_17.DecisionType.PERMIT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.ow2.authzforce.core.pdp.api.AttributeFqn;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionRequestBuilder;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;

/**
 * An XACML engine on 200 rules that say the same as jCasbin's. Requests are made in its own model, without XML.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AuthzForceBenchmark implements OtherEngine {
    private static final int DRAWN = 1 << 12;
    private static final AttributeFqn RECIPIENT =
            AttributeFqns.newInstance(XacmlText.SUBJECT, Optional.empty(), "recipient");
    private static final AttributeFqn STREAM =
            AttributeFqns.newInstance(XacmlText.RESOURCE, Optional.empty(), "stream");
    private static final AttributeFqn PURPOSE =
            AttributeFqns.newInstance(XacmlText.ACTION, Optional.empty(), "purpose");

    private final int[] drawn = Town.zipf(RULES, DRAWN);
    private BasePdpEngine engine = engine(XacmlText.policy(List.of()));
    private List<DecisionRequest> requests = List.of();
    private int turn;

    @Override
    public String name() {
        return "AuthzForce";
    }

    /** Reads the rules. */
    @Setup
    public void prepare() {
        read(Triple.permitted(RULES));
    }

    @Override
    public void read(List<Triple> rules) {
        engine = engine(XacmlText.policy(rules));
        requests = IntStream.range(0, RULES).mapToObj(this::request).toList();
    }

    @Override
    @Benchmark
    public boolean enforce() {
        return permits(next());
    }

    /** A decision alone, on a request that was made beforehand. */
    @Benchmark
    public boolean evaluate() {
        return permits(requests.get(next()));
    }

    @Override
    public boolean permits(int pair) {
        return permits(request(pair));
    }

    private boolean permits(DecisionRequest request) {
        return engine.evaluate(request).getDecision() == PERMIT;
    }

    private int next() {
        turn = turn + 1 & DRAWN - 1;
        return drawn[turn];
    }

    private DecisionRequest request(int pair) {
        DecisionRequestBuilder<?> request = engine.newRequestBuilder(3, 3);
        put(request, RECIPIENT, Plans.recipient(pair));
        put(request, STREAM, Plans.stream(pair % Plans.SHAPES));
        put(request, PURPOSE, Plans.PURPOSE);
        return request.build(false);
    }

    private static void put(DecisionRequestBuilder<?> request, AttributeFqn attribute, String value) {
        request.putNamedAttributeIfAbsent(
                attribute, Bags.singletonAttributeBag(StandardDatatypes.STRING, new StringValue(value)));
    }

    private static BasePdpEngine engine(String policy) {
        @Nullable Path folder = null;
        try {
            folder = Files.createTempDirectory("authzforce");
            Files.writeString(folder.resolve("policy.xml"), policy);
            Path configuration = folder.resolve("pdp.xml");
            Files.writeString(configuration, XacmlText.configuration("policy.xml"));
            return new BasePdpEngine(
                    PdpEngineConfiguration.getInstance(configuration.toUri().toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            remove(folder);
        }
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        for (Path file : List.of(folder.resolve("policy.xml"), folder.resolve("pdp.xml"), folder)) {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
