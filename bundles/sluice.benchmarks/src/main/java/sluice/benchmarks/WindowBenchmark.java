package sluice.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
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
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Birth;
import sluice.broker.core.window.Grouping;
import sluice.broker.core.window.Grouping.Output;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.Incoming;
import sluice.broker.core.window.Room;
import sluice.broker.core.window.Times;
import sluice.broker.core.window.Tumbling;
import sluice.broker.core.window.aggregate.Counting;
import sluice.broker.core.window.aggregate.Digests;
import sluice.broker.core.window.aggregate.Protection;

/**
 * A record into a window with a threshold, with the subject's digest ready, against a bare counter of digests by open addressing. Subjects come in any
 * order, as they do on a road, so that both miss the cache.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WindowBenchmark {
    private static final int PLACES = 40;
    private static final int RECORDS = 1 << 20;
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final Protection CROWD = new Protection(11, 1, 8, true);

    @Param({"1000", "100000"})
    int subjects;

    private final Room room = new Room(1L << 30);
    private final Digests digests = Digests.fresh();
    private final Counter counter = new Counter();
    private Incoming[] records = new Incoming[0];
    private String[] plates = new String[0];
    private @Nullable Tumbling windows;
    private int next;

    /** Open addressing with linear probing, half full, and nothing else. */
    private static final class Counter {
        private long[] keys = new long[0];
        private int[] counts = new int[0];

        void resize(int length) {
            keys = new long[length];
            counts = new int[length];
        }

        int increment(long digest) {
            int mask = keys.length - 1;
            int place = (int) digest & mask;
            while (keys[place] != 0 && keys[place] != digest) {
                place = place + 1 & mask;
            }
            keys[place] = digest;
            counts[place]++;
            return counts[place];
        }
    }

    /** The records, and a window that stays open. */
    @Setup
    public void prepare() {
        counter.resize(Integer.highestOneBit(subjects) * 4);
        windows = new Tumbling(
                new Grouping(
                        CROWD,
                        List.of(Output.key(Role.LINE), new Output(Role.AGGREGATE, () -> new Counting(CROWD))),
                        0),
                new Times(Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofMinutes(5)),
                room,
                Birth.at(NOW),
                new SplittableRandom(1));
        SplittableRandom random = new SplittableRandom(2);
        records = new Incoming[RECORDS];
        plates = new String[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            int subject = random.nextInt(subjects);
            plates[i] = "ABCD" + subject;
            records[i] = new Incoming(values(subject % PLACES), Digests.mix(subject + 1), 0, NOW);
            windows.take(records[i], NOW);
        }
        System.out.printf("# %.1f bytes a subject%n", ((1L << 30) - room.free()) / (double) subjects);
    }

    private static Slots values(int place) {
        Slots values = new Slots(2);
        values.setObject(0, "segment-" + place);
        values.setLong(1, 1);
        return values;
    }

    private int next() {
        next = next + 1 & RECORDS - 1;
        return next;
    }

    /** The bare counter. */
    @Benchmark
    public int bareCounter() {
        return counter.increment(records[next()].subject());
    }

    /** Lock, watermark, group, bounded contribution. */
    @Benchmark
    public @Nullable Reason windowUpdate() {
        Tumbling open = windows;
        return open == null ? Reason.STOPPING : open.take(records[next()], NOW);
    }

    /** A keyed digest of a plate. */
    @Benchmark
    public long digestOfPlate() {
        return digests.of(plates[next()]);
    }
}
