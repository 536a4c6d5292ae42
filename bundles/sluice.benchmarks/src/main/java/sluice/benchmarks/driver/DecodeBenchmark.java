package sluice.benchmarks.driver;

import java.util.Objects;
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
import org.openjdk.jmh.annotations.Warmup;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Session;

/** One frame of one device, from bytes to readings. Health is told once and then has not changed, as in a city on an ordinary day. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {
    /** Which driver, and which of its kinds of payload: a fixed layout, items with a type in front, or JSON. */
    @Param({
        "smartbin-layout",
        "smartbin-items",
        "smartbin-json",
        "soil-layout",
        "soil-checksum",
        "parking-layout",
        "traffic-json",
        "alpr-json"
    })
    public String payload = "smartbin-layout";

    private @Nullable Session session;
    private @Nullable Sample sample;

    /** Opens the device. */
    @Setup
    public void open() {
        sample = Sample.named(payload);
        session = sample.open();
        if (session.on(sample.frame()) instanceof Decoded.Refused refused) {
            throw new IllegalStateException(payload + " is refused: " + refused.refusal());
        }
    }

    /** Reads the frame. */
    @Benchmark
    public Decoded decode() {
        return Objects.requireNonNull(session).on(Objects.requireNonNull(sample).frame());
    }
}
