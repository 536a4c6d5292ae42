package sluice.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sluice.broker.core.flow.ReadingId;
import sluice.broker.core.flow.ReadingIds;

/** What the ids cost that stand beside the line: one HMAC a reading on its driver's thread, one a delivery on its recipient's. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 7, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IdBenchmark {
    private final ReadingIds ids = new ReadingIds(new byte[32]);
    private final byte[] payload = "{\"payload\":\"0C1D2E3F4A5B6C7D8E9F\"}".getBytes(StandardCharsets.UTF_8);
    private final Instant at = Instant.now();
    private long sequence;

    /** The id of a reading. */
    @Benchmark
    public ReadingId ofReading() {
        return ids.of("camera-1", sequence++, at, payload, 0);
    }

    /** The id under which one recipient knows it. */
    @Benchmark
    public ReadingId ofRecipient() {
        return ids.forRecipient(new ReadingId(1, sequence++), "planner-1");
    }
}
